package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.run.BriefRuns;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The experiments that between them use every mechanism of the measuring process, and those whose own code or whose
/// kernels this working copy changes.
@QuarkusTest
@TestProfile(BriefRuns.class)
@Timeout(180)
class SampledExperimentsTest extends ExperimentRuns {
    private static final Map<String, String> MECHANISMS = Map.of(
            "row-vs-column", "one thread, the Vector API",
            "tiny-tasks", "both pools, many tasks",
            "race", "lost counts",
            "add-lists", "the interpreter, objects",
            "not-measuring", "calls from cold",
            "linear-layer", "the BLAS library",
            "gil", "processes of its own");

    static List<String> experiments() {
        Set<Path> changed = ChangedFiles.ofThisWorkingCopy();
        return CATALOG.experiments().stream()
                .filter(one -> MECHANISMS.containsKey(one.id()) || changes(one, changed))
                .map(ExperimentCard::id)
                .toList();
    }

    private static boolean changes(ExperimentCard experiment, Set<Path> changed) {
        return experiment.variants().stream()
                .flatMap(variant -> CATALOG.code(experiment, variant).stream())
                .map(CodePiece::file)
                .anyMatch(file -> changed.contains(Path.of("src/main/java").resolve(file)));
    }

    @Test
    void theSampleHasAnExperimentForEachMechanism() {
        assertThat(experiments()).containsAll(MECHANISMS.keySet());
    }

    @Test
    void theServerListsAllThirtyFourOfTheGuide() {
        assertThat(given().get("/api/experiments").<List<String>>path("id"))
                .containsExactlyInAnyOrderElementsOf(all())
                .hasSizeGreaterThanOrEqualTo(34);
    }

    @Test
    void itListsThemAsTheTextPlacesThem() {
        List<String> ids = given().get("/api/experiments").path("id");

        assertThat(ids).startsWith("sandwiches").containsSubsequence("add-lists", "matmul", "row-vs-column", "race");
        assertThat(ids.subList(ids.indexOf("sandwiches") + 1, ids.indexOf("image-batch")))
                .isEqualTo(placed("/api/sections/2"));
    }

    private static List<String> placed(String section) {
        String html = given().get(section).path("html");
        return Pattern.compile("<lanes-card experiment=\"([^\"]+)\"").matcher(html).results()
                .map(match -> match.group(1))
                .toList();
    }
}
