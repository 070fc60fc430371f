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

/// A WebSocket session as an outlet; its thread is the event loop of its channel.
record SessionOutlet(Session session, Channel channel) implements Outlet {

    static SessionOutlet of(Session session) {
        return new SessionOutlet(session, ((UndertowSession) session).getChannel());
    }

    @Override
    public void execute(Runnable work) {
        unlessTheServerStops(() -> channel.eventLoop().execute(work));
    }

    @Override
    public void execute(Runnable work, Duration later) {
        unlessTheServerStops(() -> channel.eventLoop().schedule(work, later.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void unlessTheServerStops(Runnable handOver) {
        try {
            handOver.run();
        } catch (RejectedExecutionException serverStops) {
            cut();
        }
    }

    @Override
    public void send(String frame, Consumer<Boolean> sent) {
        session.getAsyncRemote().sendText(frame, result -> sent.accept(result.isOK()));
    }

    @Override
    public void close(int code, String reason) {
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

    @Override
    public void cut() {
        channel.close();
    }
}
