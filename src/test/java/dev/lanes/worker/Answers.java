package dev.lanes.worker;

import dev.lanes.event.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the answer, the verdict and the reasons of every recorded result, by the rules of today, into
/// `docs/results/answers.md`.
final class Answers {
    private static final Path FILE = Path.of("docs/results/answers.md");

    private Answers() {}

    public static void main(String[] none) throws IOException {
        StringBuilder text = new StringBuilder("""
                # Answers of the recorded results

                Made by `dev.lanes.worker.Answers`, from what was recorded and by the rules of this version.
                """);
        for (RecordedResult result : RecordedResult.all()) {
            Verdict verdict = result.verdict();
            text.append("\n## ").append(result.card().id()).append(": ").append(result.card().question())
                    .append("\n\nOn ").append(result.machine())
                    .append("\n\n**").append(verdict.answer()).append("**\n\n")
                    .append("- claim: ").append(result.card().claim().text()).append('\n')
                    .append("- verdict: ").append(verdict.outcome()).append(". ").append(verdict.text()).append('\n');
            for (int at = 0; at < verdict.reasons().size(); at++) {
                text.append("- ").append(verdict.reasonCodes().get(at)).append(": ").append(verdict.reasons().get(at))
                        .append('\n');
            }
        }
        Files.writeString(FILE, text);
    }
}
