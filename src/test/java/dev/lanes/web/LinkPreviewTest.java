package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.page.PageWithPreview;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Links as a program reads them that shows a preview: it runs no scripts.
@QuarkusTest
@TestProfile(StoringProfile.class)
@Timeout(60)
class LinkPreviewTest {
    private static final Pattern META =
            Pattern.compile("<meta (?:property|name)=\"([^\"]+)\" content=\"([^\"]*)\">");

    @TestHTTPResource("/")
    URI server;

    @Test
    void aResultsLinkTellsItsTitleWhatCameOutAndAPicture() throws IOException {
        String id = shared();

        Map<String, String> told = told("/r/" + id);

        assertThat(told).containsEntry("twitter:card", "summary_large_image")
                .containsEntry("og:url", server + "r/" + id)
                .containsEntry("og:image", server + "api/results/" + id + "/picture.png")
                .containsEntry("twitter:image", told.get("og:image"));
        assertThat(told.get("og:title")).contains("Scripted");
        assertThat(told.get("og:description")).contains(FakeWorker.ANSWER, "Fake CPU");
        given().get("/r/" + id).then().body(containsString("<title>" + told.get("og:title") + "</title>"))
                .body(containsString("<lanes-app>"));
        assertThatIsAPicture(told.get("og:image"));
    }

    @Test
    void aSettingsLinkTellsOfItsExperiment() throws IOException {
        String claim = given().get("/api/experiments/scripted").path("claim.text");
        for (String link : new String[] {"/?v=1&at=scripted", "/?v=1&scripted.param.size=2048"}) {
            Map<String, String> told = told(link);

            assertThat(told).hasEntrySatisfying("og:title", title -> assertThat(title).contains("Scripted"));
            assertThat(told.get("og:description")).contains(claim);
            assertThat(told.get("og:url")).endsWith(link.replace("&", "&amp;"));
            assertThatIsAPicture(told.get("og:image"));
        }
    }

    @Test
    void otherLinksAreThePageAsItIs() {
        for (String link : new String[] {"/", "/?v=1&section=5", "/?v=1&at=%3Cscript%3E", "/?.=1", "/?..&=1", "/r"}) {
            given().get(link).then().statusCode(200)
                    .body(containsString("<title>Lanes</title>")).body(not(containsString("og:")));
        }
    }

    @Test
    void anUnknownResultIsStillThePageWhichSaysSo() {
        given().get("/r/aaaaaaaaaaaaaaaa").then().statusCode(404)
                .contentType("text/html").body(containsString("<lanes-app>"));
        given().get("/api/results/aaaaaaaaaaaaaaaa/picture.png").then().statusCode(404);
        given().get("/api/experiments/nothing/picture.png").then().statusCode(404);
    }

    @Test
    void whatTheAddressHoldsIsNeverTakenForMarkup() {
        given().urlEncodingEnabled(false).get("/?v=1&at=scripted&x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").then()
                .statusCode(200).body(not(containsString("<script>alert")));
        assertThat(new PageWithPreview("<b>\"&'", "", "", "").in("<title>x</title>"))
                .startsWith("<title>&lt;b&gt;&quot;&amp;&#39;</title>");
    }

    private static String shared() {
        String run = Api.start(Script.NORMAL);
        Api.awaitState(run, "FINISHED");
        Response shared = given().contentType("application/json").body(Map.of("run", run)).post("/api/results");
        assertThat(shared.statusCode()).as(shared.asString()).isEqualTo(201);
        return shared.path("id");
    }

    private static Map<String, String> told(String link) {
        Response page = given().urlEncodingEnabled(false).get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        return META.matcher(page.asString()).results()
                .collect(Collectors.toMap((MatchResult meta) -> meta.group(1), meta -> meta.group(2)));
    }

    private static void assertThatIsAPicture(String url) throws IOException {
        Response answer = given().get(URI.create(url));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("image/png");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
    }
}
