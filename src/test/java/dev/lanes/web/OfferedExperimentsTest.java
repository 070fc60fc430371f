package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The experiments that the server offers without any setting.
@QuarkusTest
class OfferedExperimentsTest {

    @Test
    void theServerListsAllThirtyFourOfTheGuide() {
        ClassLoader loader = getClass().getClassLoader();
        Catalog all = new Catalog(ExperimentClasses.listedByJmh(loader), Sources.ofTheApp(loader));

        assertThat(given().get("/api/experiments").<List<String>>path("id"))
                .containsExactlyInAnyOrderElementsOf(all.experiments().stream().map(ExperimentCard::id).toList())
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
