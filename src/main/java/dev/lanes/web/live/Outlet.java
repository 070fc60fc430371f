package dev.lanes.web.live;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.undertow.websockets.UndertowSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A connection to one client, with a thread of its own: a WebSocket session, and the event loop of its channel. No
/// method blocks.
record Outlet(Session session, Channel channel) {
    static Outlet of(Session session) {
        return new Outlet(session, ((UndertowSession) session).getChannel());
    }

    /// Does something on the connection's thread.
    void execute(Runnable work) {
        unlessTheServerStops(() -> channel.eventLoop().execute(work));
    }

    /// Does something on the connection's thread after a while.
    void execute(Runnable work, Duration later) {
        unlessTheServerStops(() -> channel.eventLoop().schedule(work, later.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void unlessTheServerStops(Runnable handOver) {
        try {
            handOver.run();
        } catch (RejectedExecutionException serverStops) {
            cut();
        }
    }

    /// @param sent told on the connection's thread whether the frame went out
    void send(String frame, Consumer<Boolean> sent) {
        session.getAsyncRemote().sendText(frame, result -> sent.accept(result.isOK()));
    }

    void close(int code, String reason) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
        } catch (IOException gone) {
            cut();
        }
    }

    /// Asks the client for a sign of life; the answer comes as a pong.
    void ping() {
        channel.writeAndFlush(new PingWebSocketFrame());
    }

    /// Cuts the connection, whatever was still to be sent.
    void cut() {
        channel.close();
    }
}
