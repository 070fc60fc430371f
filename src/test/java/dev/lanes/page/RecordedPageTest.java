package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The recorded results that come with Lanes, opened on the page.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class RecordedPageTest {
    private static final Pattern MEGABYTES = Pattern.compile("\\d+ MB");

    @Test
    void boxedListsAreMarkedWithWhatTheyAllocate(Visitor visitor) {
        Card card = visitor.openResult("/r#r=recorded:epyc-zen4-2-cores/add-lists").card();

        assertThat(card.race().locator(".garbage")).hasText(new Pattern[] {MEGABYTES, MEGABYTES});
        assertThat(card.table("Time per operation").getFirst()).last().asString().matches("\\d+ MB");
    }
}
