package dev.lanes.page;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;

/// A browser window in front of a server, in which visitors come and go.
///
/// @param leaving what is done when it is closed
record Desk(URI server, Chromium chromium, BrowserContext window, Runnable leaving) implements AutoCloseable {

    static Desk at(URI server, Runnable leaving) {
        Chromium chromium = Chromium.start();
        return new Desk(server, chromium, Visitor.window(chromium.browser(), server), leaving);
    }

    @Override
    public void close() {
        chromium.close();
        leaving.run();
    }
}
