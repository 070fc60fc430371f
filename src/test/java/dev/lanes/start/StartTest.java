package dev.lanes.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @ParameterizedTest
    @ValueSource(strings = {"/home/ada/c++/app/quarkus-run.jar", "/srv/[new]/quarkus-run.jar", "/srv/now!/quarkus-run.jar"})
    void aFolderThatTheRunnerCannotReadIsNamedInOneSentence(String jar) {
        assertThat(Start.problem(Path.of(jar))).hasValueSatisfying(text -> assertThat(text)
                .contains(Path.of(jar).getParent().toString())
                .doesNotContain("\n"));
    }

    @Test
    void aFolderWithLettersThatJavaCannotReadIsNamedInOneSentence() {
        System.setProperty("lanes.test.folder", "/home/j\0");
        try {
            assertThat(Start.problem("lanes.test.folder")).hasValueSatisfying(text -> assertThat(text)
                    .contains("lanes.test.folder").contains("LC_ALL").doesNotContain("\n"));
        } finally {
            System.clearProperty("lanes.test.folder");
        }
        assertThat(Start.problem("user.dir")).isEmpty();
    }

    @Test
    void otherFoldersAreFine() {
        assertThat(Start.problem(Path.of("/srv/a b%20#1 (2)/new!now/quarkus-run.jar"))).isEmpty();
    }
}
