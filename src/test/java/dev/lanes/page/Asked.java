package dev.lanes.page;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What a page asks of its server, held up in the browser until a test has answered it.
///
/// @param browser the browser's own side of the page
/// @param paused  what that tells of the request
/// @param rest    the answers of the test that are tried after this one
record Asked(Page page, CDPSession browser, JsonObject paused, Deque<Consumer<Asked>> rest) {
    private static final String CALLS_AND_FRAMES = """
            {"patterns": [{"urlPattern": "*/api/*"}, {"urlPattern": "*/embed/*"}]}""";

    /// Has the calls of a page to its server come here, and its hundred files not, which the browser keeps: with
    /// Playwright's own routes, it would keep none, and all of them would come here. A page that has both does not tell
    /// of what was answered here.
    ///
    /// @param answers the test's answers by the addresses they are for, the last one first; a call without any goes on
    ///                to the server
    static void by(Page page, Collection<Map.Entry<Pattern, Consumer<Asked>>> answers) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.on("Fetch.requestPaused", paused -> {
            String url = paused.getAsJsonObject("request").get("url").getAsString();
            Deque<Consumer<Asked>> matching = new ArrayDeque<>(answers.stream()
                    .filter(answer -> answer.getKey().matcher(url).find())
                    .map(Map.Entry::getValue)
                    .toList());
            new Asked(page, browser, paused, matching).goOn();
        });
        browser.send("Fetch.enable", JsonParser.parseString(CALLS_AND_FRAMES).getAsJsonObject());
    }

    String url() {
        return request().get("url").getAsString();
    }

    String method() {
        return request().get("method").getAsString();
    }

    /// The value of a header, or null.
    String header(String name) {
        return request().getAsJsonObject("headers").entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getAsString())
                .findFirst()
                .orElse(null);
    }

    /// What was sent with it.
    String text() {
        return request().get("postData").getAsString();
    }

    JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }

    /// What the server says to it.
    JsonElement answerOfServer() {
        return answerOfServer(url());
    }

    /// What the server says at another address.
    JsonElement answerOfServer(String address) {
        return JsonParser.parseString(page.request().get(address).text());
    }

    void answer(int status, Object body) {
        answer(status, status < 400 ? "application/json" : "application/problem+json",
                body instanceof JsonElement element ? element.toString() : new Gson().toJson(body));
    }

    void answer(int status, String type, String text) {
        JsonObject answer = new JsonObject();
        answer.addProperty("responseCode", status);
        answer.add("responseHeaders", new Gson().toJsonTree(List.of(Map.of("name", "Content-Type", "value", type))));
        answer.addProperty("body", encoded(text));
        say("Fetch.fulfillRequest", answer);
    }

    /// Leaves it to the test's answer before this one, or else to the server.
    void goOn() {
        if (rest.isEmpty()) {
            say("Fetch.continueRequest", new JsonObject());
        } else {
            Deque<Consumer<Asked>> others = new ArrayDeque<>(rest);
            others.pop().accept(new Asked(page, browser, paused, others));
        }
    }

    /// Leaves it to the server, with another body.
    void goOnWith(JsonObject body) {
        JsonObject changed = new JsonObject();
        changed.addProperty("postData", encoded(body.toString()));
        say("Fetch.continueRequest", changed);
    }

    /// As if the server were gone.
    void fail() {
        JsonObject why = new JsonObject();
        why.addProperty("errorReason", "Failed");
        say("Fetch.failRequest", why);
    }

    private JsonObject request() {
        return paused.getAsJsonObject("request");
    }

    private void say(String method, JsonObject how) {
        how.add("requestId", paused.get("requestId"));
        try {
            browser.send(method, how);
        } catch (PlaywrightException gone) {
            // The page has left, and nobody waits for the answer.
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
