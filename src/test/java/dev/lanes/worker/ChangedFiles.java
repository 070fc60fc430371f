package dev.lanes.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a working copy changes: files that differ from the last commit, new ones, and those of commits that its upstream
/// branch does not have. Nothing where there is no git.
final class ChangedFiles {
    private ChangedFiles() {}

    /// Paths from the project's folder.
    static Set<Path> ofThisWorkingCopy() {
        return Stream.of(
                        git("diff", "--name-only", "--relative", "HEAD"),
                        git("ls-files", "--others", "--exclude-standard"),
                        git("diff", "--name-only", "--relative", "@{upstream}...HEAD"))
                .flatMap(lines -> lines)
                .map(Path::of)
                .collect(Collectors.toSet());
    }

    private static Stream<String> git(String... arguments) {
        try {
            Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return git.inputReader().readAllLines().stream();
        } catch (UncheckedIOException | IOException noGit) {
            return Stream.empty();
        }
    }
}
