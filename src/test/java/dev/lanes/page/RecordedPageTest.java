package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The recorded results that come with Lanes, opened on the page.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class RecordedPageTest {
    @Test
    void boxedListsAreMarkedWithWhatTheyAllocate(Visitor visitor) {
        Card card = visitor.openResult("/r#r=recorded:epyc-zen4-2-cores/add-lists").card();

        assertThat(card.race()).containsText("16 MB");
        assertThat(card.answer()).containsText("16 MB");
    }
}
