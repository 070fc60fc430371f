package dev.lanes.trust;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.page.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Times what somebody does who has never seen the page: opens it, presses "Just run" on the first card, and waits for
/// the answer. Writes that into `docs/results/newcomer.md`, which names the command; with arguments it only prints it.
public final class Newcomer {
    private static final Path DOCUMENT = Path.of("docs/results/newcomer.md");
    private static final String BEGIN = "<!-- newcomer: written by Newcomer -->\n";
    private static final String END = "<!-- newcomer: end -->";
    private static final int TAKES = 3;
    private static final double MOST_SECONDS = 20;
    private static final double MOST_MEASURING = 12;
    /// So long after a start, or a run, another process waits for the next run.
    private static final long PAUSE_MILLIS = 3_000;
    private static final double PATIENCE_MILLIS = 180_000;

    private Newcomer() {}

    public static void main(String[] arguments) throws Exception {
        String steadiness = Steadiness.inWords();
        System.out.println(steadiness);
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "newcomer-");
        List<Take> takes = new ArrayList<>();
        try (PackagedServer server = PackagedServer.start(folder); Chromium chromium = Chromium.start()) {
            for (int take = 1; take <= TAKES; take++) {
                Thread.sleep(PAUSE_MILLIS);
                takes.add(Take.of(chromium.browser(), server.uri("http", "/").toString()));
                System.out.println(takes.getLast().asRow(take));
            }
            if (arguments.length == 0) {
                new DocumentPart(DOCUMENT, BEGIN, END)
                        .write(CrossChecks.inWords(server.get("/api/machine")) + "\n" + steadiness + "\n\n"
                                + table(takes));
            }
        }
    }

    /// One take.
    ///
    /// @param shown seconds from the first request until there is something to press
    /// @param sample from the press to the first sample
    /// @param answer from the press to the answer
    /// @param end from the press to the end of the run, which measures the other cases, too
    /// @param words the answer
    private record Take(double shown, double sample, double answer, double end, String words) {

        static Take of(Browser browser, String address) {
            try (BrowserContext profile = browser.newContext(
                    new Browser.NewContextOptions().setViewportSize(1440, 900))) {
                Page page = profile.newPage();
                page.setDefaultTimeout(PATIENCE_MILLIS);
                long begin = System.nanoTime();
                page.navigate(address);
                Locator card = page.locator("article.lab").first();
                card.scrollIntoViewIfNeeded();
                Locator justRun = card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Just run"));
                justRun.waitFor();
                double shown = secondsSince(begin);
                long press = System.nanoTime();
                justRun.click();
                card.locator(".status:is([data-stage=warmup], [data-stage=measure])").waitFor();
                double sample = secondsSince(press);
                Locator told = card.locator(".lights [data-of=verdict]:not([data-light=none])");
                told.waitFor();
                double answer = secondsSince(press);
                String words = "%s; %s; %s".formatted(
                        card.locator(".big").innerText().replace("\n", " "),
                        card.locator(".lights [data-of=trust]").innerText(), told.innerText());
                card.locator(".status:is([data-stage=finished], [data-stage=failed])").waitFor();
                return new Take(shown, sample, answer, secondsSince(press), words);
            }
        }

        private static double secondsSince(long begin) {
            return (System.nanoTime() - begin) / 1e9;
        }

        double total() {
            return shown + answer;
        }

        boolean holds() {
            return total() <= MOST_SECONDS && answer <= MOST_MEASURING;
        }

        String asRow(int take) {
            return String.format(Locale.ROOT, "| %d | %.1f | %.1f | %.1f | %.1f | %s | %.1f | %s |",
                    take, shown, sample, answer, total(), holds() ? "yes" : "no", end, words);
        }
    }

    private static String table(List<Take> takes) {
        return """
                Seconds until there is a button to press; from the press to the first sample, to the answer and to
                the end of the run; and from the first request to the answer.

                | take | to press | first sample | answer | in all | within the bound | end of the run | the answer |
                |---|---|---|---|---|---|---|---|
                """ + takes.stream().map(take -> take.asRow(takes.indexOf(take) + 1))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
