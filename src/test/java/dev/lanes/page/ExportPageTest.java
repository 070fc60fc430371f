package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be taken away from a finished run, as files.
@PageTests
class ExportPageTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    /// A time zone in which it is another day than in UTC.
    private static final ZoneId AWAY = ZoneId.of(
            OffsetTime.now(ZoneOffset.UTC).getHour() < 11 ? "Etc/GMT+12" : "Pacific/Kiritimati");

    @TempDir
    private Path folder;

    private Visitor visitor;

    @BeforeEach
    void openAFinishedRun(Visitor visitor) {
        this.visitor = visitor.another(desk -> desk.setTimezoneId(AWAY.getId()));
        Card card = this.visitor.open(SharedResult.addressOfItsRun(visitor)).card().awaitStage("finished");
        card.button("Share or export").click();
    }

    @Test
    void textsHoldTheFigures() throws IOException {
        assertThat(Files.readString(save("CSV", ".csv"))).contains("Plain,plain,sequential,1,measure,1,1,101,");
        assertThat(Files.readString(save("Markdown", ".md"))).contains("| Plain | 103 ns | 101 ns to 105 ns |");
        assertThat(Files.readString(save("JMH JSON", ".jmh.json"))).contains("\"Fake VM\"");
    }

    @Test
    void aRunThatTheServerDoesNotHaveIsSentToItForJmhsFormat() throws IOException {
        visitor.answer("/api/runs/*/jmh.json", asked -> asked.answer(404, Map.of("title", "Not found")));

        assertThat(Files.readString(save("JMH JSON", ".jmh.json"))).contains("\"Fake VM\"", "\"rawData\"");
    }

    @Test
    void picturesAreDrawn() throws IOException {
        assertThat(Files.readAllBytes(save("PNG of times", "-time.png"))).startsWith(PNG).hasSizeGreaterThan(10_000);
        assertThat(Files.readString(save("SVG of times", "-time.svg"))).startsWith("<svg").contains("103 ns");
        assertThat(Files.readString(save("SVG of speedups", "-speedup.svg"))).contains("guide 2.0×");
    }

    @Test
    void theReportOpensOfflineAndAsksNobody() throws IOException {
        Path report = save("HTML report", ".html");
        Visitor reader = visitor.another(options -> options.setOffline(true));
        reader.page().navigate(report.toUri().toString());

        assertThat(reader.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        assertThat(reader.page().getByRole(AriaRole.IMG)).hasCount(2);
        assertThat(reader.page().getByText("public double plain()")).isVisible();
        assertThat(reader.page().getByText("Fake CPU", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(reader.requests()).containsExactly(report.toUri().toString());
        assertThat(reader.complaints()).isEmpty();
    }

    private Path save(String button, String suffix) {
        Download download = visitor.page().waitForDownload(() -> visitor.button(button).click());
        String day = LocalDate.now(AWAY).toString();
        assertThat(download.suggestedFilename()).isEqualTo("scripted-" + day + suffix);
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
