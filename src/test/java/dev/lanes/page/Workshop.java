package dev.lanes.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The answers of a server that takes edits, in front of one whose worker measures nothing: a run with edits is started
/// without them, and what it tells of the variant "Plain" is told a second time, of the edited one.
final class Workshop {
    static final String TOKEN = "token-of-the-test";
    static final String FILE = "dev/lanes/experiment/sample/Scripted.java";
    static final String ANSWER = "Your edit of Plain: 2.5 times faster (2.4 to 2.6), and the results agree.";

    /// Takes edits out of requests, and tells the edited case.
    private static final String BETWEEN = """
            const ask = window.fetch;
            window.posted = [];
            window.overOriginal = { value: 2.5, low: 2.4, high: 2.6 };
            window.fetch = (address, options) => {
              if (options?.method !== "POST" || !String(address).endsWith("/api/runs")) return ask(address, options);
              window.posted.push({ body: JSON.parse(options.body), token: options.headers["Lanes-Workshop"] });
              const { edits, before, ...request } = JSON.parse(options.body);
              window.editsOfRun = edits;
              const refused = window.refusedEdit;
              if (edits && refused) {
                return Promise.resolve(new Response(JSON.stringify(refused), { status: 422 }));
              }
              return ask(address, { ...options, body: JSON.stringify(request) });
            };
            window.WebSocket = class extends WebSocket {
              set onmessage(listen) {
                const take = (event) => {
                  const tell = (told) => listen({ data: JSON.stringify(told) });
                  if (!window.editsOfRun) return tell(event);
                  const plain = event.run?.cases.find(({ key }) => key === "plain");
                  if (plain) {
                    event.run.cases.push({ ...plain, key: "plain@edit", edited: true });
                    event.run.edits = window.editsOfRun;
                  }
                  if (event.verdict) event.verdict.editAnswer = "ANSWER";
                  tell(event);
                  if (event.key !== "plain") return;
                  const second = { ...event, key: "plain@edit", seq: event.seq + 0.5 };
                  if (event.type === "scored") second.speedupOverOriginal = window.overOriginal;
                  if (event.type === "checked" && window.wrongEdit) second.correct = false;
                  tell(second);
                };
                super.onmessage = listen && (({ data }) => [JSON.parse(data)].flat().forEach(take));
              }
            };""".replace("ANSWER", ANSWER);

    private final Page page;
    private final List<JsonObject> compiled = Collections.synchronizedList(new ArrayList<>());
    private volatile List<Map<String, Object>> problems = List.of();
    private volatile List<Map<String, Object>> changed = List.of();

    private Workshop(Page page) {
        this.page = page;
    }

    /// Opens it for whatever the visitor opens after that.
    static Workshop openTo(Visitor visitor) {
        return opened(visitor, true);
    }

    /// Closes it, whatever the server behind it says.
    static void closedTo(Visitor visitor) {
        opened(visitor, false);
    }

    private static Workshop opened(Visitor visitor, boolean open) {
        Workshop workshop = new Workshop(visitor.page());
        workshop.page.addInitScript(BETWEEN);
        visitor.answer("/api/site", asked -> {
            JsonObject site = asked.answerOfServer().getAsJsonObject();
            site.addProperty("workshop", open);
            asked.answer(200, site);
        });
        visitor.answer("/api/workshop", asked -> asked.answer(200, open
                ? Map.of("open", true, "token", TOKEN, "changed", workshop.changed)
                : Map.of("open", false, "because", "this test closes it")));
        visitor.answer("/api/code?file=*",
                asked -> asked.answer(200, Map.of("file", FILE, "text", source(), "version", "0")));
        visitor.answer("/api/compilations", asked -> {
            workshop.compiled.add(asked.json());
            asked.answer(200, Map.of("ok", workshop.problems.isEmpty(), "problems", workshop.problems));
        });
        return workshop;
    }

    /// What the compiler says from now on: one error there.
    Workshop refuses(int line, int column, String text) {
        problems = List.of(problem(line, column, text));
        return this;
    }

    Workshop takesEverything() {
        problems = List.of();
        return this;
    }

    /// The file was edited elsewhere.
    Workshop hasChanged() {
        changed = List.of(Map.of("file", FILE, "experiments", List.of("scripted")));
        return this;
    }

    private static Map<String, Object> problem(int line, int column, String text) {
        return Map.of("file", FILE, "line", line, "column", column, "text", text, "kind", "ERROR");
    }

    /// Runs with edits are refused with one problem there.
    void refusesRuns(int line, int column, String text) {
        page.evaluate("refusal => { window.refusedEdit = refusal }", Map.of(
                "title", "Does not compile", "status", 422, "detail", text,
                "problems", List.of(problem(line, column, text))));
    }

    /// Results of edits are wrong from now on.
    void editsAreWrong() {
        page.evaluate("window.wrongEdit = true");
    }

    /// No edit is faster or slower for sure from now on.
    void editsAreUnclear() {
        page.evaluate("window.overOriginal = { value: 1.1, low: 0.9, high: 1.3 }");
    }

    /// The whole file that the compiler was given last.
    String compiledLast() {
        JsonArray edits = compiled.getLast().getAsJsonArray("edits");
        return edits.get(0).getAsJsonObject().get("text").getAsString();
    }

    /// The requests for runs, oldest first: `{ body, token }`.
    List<JsonElement> runs() {
        String posted = (String) page.evaluate("JSON.stringify(window.posted)");
        return JsonParser.parseString(posted).getAsJsonArray().asList();
    }

    static String source() {
        try {
            return Files.readString(Path.of("src/test/java", FILE));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
