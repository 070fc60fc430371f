package dev.lanes.kernel;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the JIT makes of a loop differs between versions. JDK 26 asks at run time whether arrays overlap (JDK-8324751),
/// so what is said of loops that JDK 25 leaves scalar has to be measured again with the next one.
@BesideOthers
class NamedJdkTest {
    private static final List<Path> TEXTS = Stream.of("java/dev/lanes/kernel", "java/dev/lanes/experiment",
            "resources/guide").map(Path.of("src", "main")::resolve).toList();
    private static final Pattern JDK = Pattern.compile("JDK[\\s\\\\]+(\\d+)");

    @Test
    void whatIsSaidOfTheJitIsSaidOfTheJdkThatRunsHere() {
        Map<Path, Set<Integer>> named = TEXTS.stream().flatMap(NamedJdkTest::files)
                .collect(toMap(file -> file, NamedJdkTest::named));
        named.values().removeIf(Set::isEmpty);

        assertThat(named.keySet()).extracting(file -> file.getFileName().toString()).contains(
                "Layouts.java", "MatMul.java", "OuterProduct.java", "Dense.java", "Contiguous.java",
                "MatrixProduct.java");
        assertThat(named).allSatisfy((file, versions) -> assertThat(versions)
                .as("compare a run of contiguous and matmul with and without -XX:-UseSuperWord, then name this JDK")
                .containsExactly(Runtime.version().feature()));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<Integer> named(Path file) {
        try {
            Set<Integer> versions = new TreeSet<>();
            JDK.matcher(Files.readString(file)).results()
                    .map((MatchResult found) -> found.group(1)).map(Integer::valueOf).forEach(versions::add);
            return versions;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
