package dev.lanes.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Someone in front of the page: a window of their own, and a record of all that it asked for and complained about.
final class Visitor implements AutoCloseable {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int ACCEPTED = 202;

    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> runs = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Visitor> others = new ArrayDeque<>();
    private final Deque<Map.Entry<Pattern, Consumer<Asked>>> answers = new ConcurrentLinkedDeque<>();

    private Visitor(Page page, URI server) {
        this.server = server;
        this.context = page.context();
        this.page = page;
        page.onRequest(request -> requests.add(request.url()));
        page.onWebSocket(socket -> requests.add(socket.url()));
        page.onResponse(response -> {
            if (response.status() == ACCEPTED) {
                // At the server itself, whatever the page went through: that may be gone when the visitor leaves.
                runs.add(response.headers().get("location").replaceFirst(".*/", "/api/runs/"));
            }
        });
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /// A visitor at a desk, with a system in light colours, in a browser that remembers nothing of earlier ones but
    /// the server's files.
    static Visitor arrive(Desk desk) {
        Visitor visitor = new Visitor(desk.tab(), desk.server());
        JsonObject all = new JsonObject();
        all.addProperty("origin", desk.server().toString());
        all.addProperty("storageTypes", "cookies,local_storage,indexeddb,cache_storage");
        visitor.devTools().send("Storage.clearDataForOrigin", all);
        return visitor;
    }

    /// The window of those who arrive at that server.
    static BrowserContext window(Browser browser, URI server) {
        return browser.newContext(size(new Browser.NewContextOptions()).setBaseURL(server.toString()));
    }

    private static Browser.NewContextOptions size(Browser.NewContextOptions options) {
        return options.setViewportSize(WIDTH, HEIGHT);
    }

    /// One more visitor, who shares nothing with this one, and leaves with this one.
    Visitor another(UnaryOperator<Browser.NewContextOptions> how) {
        Browser.NewContextOptions options = how.apply(size(new Browser.NewContextOptions()));
        Visitor visitor = new Visitor(
                context.browser().newContext(options.setBaseURL(server.toString())).newPage(), server);
        others.push(visitor);
        return visitor;
    }

    /// Has the test answer what the page asks of its server at addresses that end like this one, in which `*` is
    /// anything without a slash: `/api/runs/*`.
    void answer(String address, Consumer<Asked> how) {
        answer(Pattern.compile(ending(address)), how);
    }

    void answer(Pattern address, Consumer<Asked> how) {
        if (answers.isEmpty()) {
            Asked.by(page, answers);
        }
        answers.push(Map.entry(address, how));
    }

    /// Leaves the answer at an address to the server again.
    void answerNoMore(String address) {
        answers.removeIf(answer -> answer.getKey().pattern().equals(ending(address)));
    }

    private static String ending(String address) {
        return Pattern.quote(address).replace("*", "\\E[^/]*\\Q") + "$";
    }

    /// Opens the page at an address such as `/?v=1&section=5`, and waits until it has everything.
    Visitor open(String address) {
        page.navigate(address);
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Guide")).waitFor();
        return awaitContent();
    }

    /// Goes to an address of results as a link on the page would: `/r/abcdefgh234567ab`.
    Visitor openResult(String address) {
        open("/r");
        page.evaluate("address => { history.pushState(null, '', address); dispatchEvent(new PopStateEvent('popstate')) }",
                address);
        page.locator("result-page").waitFor();
        return awaitContent();
    }

    /// A first movement of the pointer has all cards drawn, also those that are far from the window.
    Visitor awaitContent() {
        page.mouse().move(3, 3);
        page.locator(".lab[data-far]").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator(".waiting, .codes-note").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /// The card of the experiment with that id.
    Card card(String id) {
        return new Card(page.getByRole(AriaRole.ARTICLE).and(page.locator("#lab-" + id)));
    }

    /// The only card of the section.
    Card card() {
        return new Card(page.getByRole(AriaRole.ARTICLE));
    }

    /// The link to a section in the guide on the left.
    Locator section(String number) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Guide"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHas(page.getByText(number, exactly())));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Chooses "System", "Light" or "Dark".
    void theme(String label) {
        page.getByText(label, exactly()).click();
    }

    /// What screen readers are told.
    Locator announcement() {
        return page.locator("run-announcer").getByRole(AriaRole.STATUS);
    }

    Page page() {
        return page;
    }

    /// The browser's own side of the page.
    CDPSession devTools() {
        return context.newCDPSession(page);
    }

    URI server() {
        return server;
    }

    /// The page's address without the server: `/?v=1&section=5`.
    String address() {
        URI whole = URI.create(page.url());
        return whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
    }

    /// Every address that was asked for, sockets included.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Errors on the console, and exceptions that nobody caught.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Whether the page is wider than its window.
    boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    /// A picture of the whole page.
    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /// Leaves, and takes along whatever is still measured for this visitor.
    @Override
    public void close() {
        List.copyOf(runs).forEach(run -> context.request().delete(run));
        others.forEach(Visitor::leave);
        Page anchorOfTheDesk = page.opener();
        context.pages().stream().filter(one -> one != anchorOfTheDesk).forEach(Page::close);
    }

    private void leave() {
        close();
        context.close();
    }
}
