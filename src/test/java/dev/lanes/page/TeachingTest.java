package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The lessons of `docs/teaching.md`: each link opens with all that it asks for.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class TeachingTest {
    private static final Path TEACHING = Path.of("docs", "teaching.md");
    private static final Pattern LINK = Pattern.compile("(?m)^\\[[a-z-]+]: http://localhost:8080(/\\S+)$");

    @Test
    void everyLessonOpensWithItsCardsItsLocksAndItsTasks(Visitor visitor) throws IOException {
        List<String> links = links(link -> link.contains("only="));
        assertThat(links).hasSize(4);

        for (String link : links) {
            Map<String, List<String>> words = words(link);
            String[] cards = words.get("only").getFirst().split(",");
            visitor.open(link);

            assertThat(visitor.page().locator("article.lab")).hasCount(cards.length);
            for (int at = 0; at < cards.length; at++) {
                assertThat(visitor.page().locator("article.lab").nth(at)).hasAttribute("id", "lab-" + cards[at]);
            }
            assertThat(visitor.page().locator("lesson-tasks li")).hasCount(words.get("task").size());
            int locks = words.getOrDefault("lock", List.of("")).getFirst().split(",").length;
            assertThat(visitor.page().locator("lesson-lock .lock")).hasCount(words.containsKey("lock") ? locks : 0);
            assertThat(visitor.page().locator(".lesson-answer")).hasCount(words.containsKey("answer") ? 1 : 0);
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    /// The page's own list, and that of the document.
    @Test
    void everyTaskWithCodeIsOneOfThePage(Visitor visitor) throws IOException {
        visitor.open("/?v=1&page=tasks");
        Locator tasks = visitor.page().locator("task-page").getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LINK);
        assertThat(tasks).hasCount(6);

        assertThat(tasks.all().stream().map(task -> task.getAttribute("href")))
                .containsExactlyElementsOf(links(link -> link.contains("edit=")));
    }

    private static List<String> links(Predicate<String> wanted) throws IOException {
        return LINK.matcher(Files.readString(TEACHING)).results().map(link -> link.group(1)).filter(wanted).toList();
    }

    private static Map<String, List<String>> words(String link) {
        return Stream.of(URI.create(link).getRawQuery().split("&"))
                .map(word -> word.split("=", 2))
                .collect(Collectors.groupingBy(word -> word[0],
                        Collectors.mapping(word -> word[1], Collectors.toList())));
    }
}
