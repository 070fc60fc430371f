package dev.lanes.web.live;

import java.time.Duration;
import java.util.function.Consumer;

/// A connection to one client, with a thread of its own. No method blocks.
interface Outlet {
    /// Does something on the connection's thread.
    void execute(Runnable work);

    /// Does something on the connection's thread after a while.
    void execute(Runnable work, Duration later);

    /// @param sent told on the connection's thread whether the frame went out
    void send(String frame, Consumer<Boolean> sent);

    void close(int code, String reason);

    /// Cuts the connection, whatever was still to be sent.
    void cut();
}
