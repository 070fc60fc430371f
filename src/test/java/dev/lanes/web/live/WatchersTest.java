package dev.lanes.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.web.document.EventLog;
import dev.lanes.web.http.ClientLimits;
import dev.lanes.web.http.WebConfig;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.AttributeKey;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchersTest {
    private static final Duration SLOW = Duration.ofMillis(50);

    @Test
    void aConnectionThatFailsIsCutAndTheOthersAreLookedAfterAllTheSame() {
        Watchers watchers = new Watchers(
                new WebConfig(1, 1, 1, SLOW, SLOW), new ClientLimits(0, 0, 0, 0, 0, 0, 0, Duration.ofMinutes(1)));
        try {
            EmbeddedChannel first = slow(watchers);
            await().until(() -> !first.isOpen());
            EmbeddedChannel second = slow(watchers);
            await().until(() -> !second.isOpen());
            assertThat(watchers.count()).isEqualTo(2);
        } finally {
            watchers.close();
        }
    }

    /// A client to whom nothing ever gets through, and whose session fails when it is closed.
    private static EmbeddedChannel slow(Watchers watchers) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.attr(AttributeKey.<String>valueOf("lanes.client")).set("client");
        RemoteEndpoint.Async silent = fake(RemoteEndpoint.Async.class, (proxy, method, arguments) -> null);
        Session session = fake(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAsyncRemote" -> silent;
            case "close" -> throw new IllegalStateException("closed already");
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
        Outlet outlet = new Outlet(session, channel);
        watchers.add(session, outlet, new Watcher(EventLog.of(0, List.of("{}")), outlet, 0, false));
        channel.runPendingTasks();
        return channel;
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
