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
    void otherFoldersAreFine() {
        assertThat(Start.problem(Path.of("/srv/a b%20#1 (2)/new!now/quarkus-run.jar"))).isEmpty();
    }
}
