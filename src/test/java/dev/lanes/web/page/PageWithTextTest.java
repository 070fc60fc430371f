package dev.lanes.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Section;
import org.junit.jupiter.api.Test;

class PageWithTextTest {
    private static final String PAGE = "<body><lanes-app></lanes-app></body>";

    @Test
    void thePageHoldsTheSectionUpToItsFirstCard() {
        assertThat(page("<p>Before.</p><lanes-card experiment=\"a\"></lanes-card><p>Behind.</p>"))
                .contains(Section.THREADS.headline(), "<p>Before.</p>", "data-section=\"3\"")
                .doesNotContain("Behind", "lanes-card")
                .startsWith("<body><lanes-app>").endsWith("</lanes-app></body>");
    }

    @Test
    void aSectionWithoutACardIsThereAsAWhole() {
        assertThat(page("<p>All of it.</p>")).contains("<p>All of it.</p>");
    }

    private static String page(String html) {
        return new PageWithText(Section.THREADS, html).in(PAGE);
    }
}
