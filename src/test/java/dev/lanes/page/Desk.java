package dev.lanes.page;

import com.microsoft.playwright.Page;
import java.net.URI;

/// A browser window in front of a server, in which visitors come and go. One page always stays open: the tabs of
/// visitors are its children, so that all share a process of the browser, which has read the page's files before.
///
/// @param anchor the page that stays
/// @param leaving what is done when it is closed
record Desk(URI server, Chromium chromium, Page anchor, Runnable leaving) implements AutoCloseable {
    /// One that does nothing.
    private static final String QUIET_PAGE = "/api/site";

    static Desk at(URI server, Runnable leaving) {
        Chromium chromium = Chromium.start();
        Page anchor = Visitor.window(chromium.browser(), server).newPage();
        anchor.navigate(QUIET_PAGE);
        return new Desk(server, chromium, anchor, leaving);
    }

    /// A tab for a visitor.
    Page tab() {
        return anchor.waitForPopup(() -> anchor.evaluate("() => { open() }"));
    }

    @Override
    public void close() {
        chromium.close();
        leaving.run();
    }
}
