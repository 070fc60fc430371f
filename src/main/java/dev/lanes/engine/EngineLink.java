package dev.lanes.engine;

import dev.lanes.run.EngineAwayException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// One connection to the engine, made when it is needed and made again after it broke. It does not come from a pool: a
/// call that waits for events occupies it, and closing it ends a call that hangs.
final class EngineLink implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final System.Logger LOG = System.getLogger(EngineLink.class.getName());
    private static final String CLOSED = "CONNECTION_CLOSED";
    /// The engine is starting, full, busy, or not a primary: it may do later what it refuses now.
    private static final Pattern NOT_NOW =
            Pattern.compile("(LOADING|OOM|READONLY|MASTERDOWN|BUSY|TRYAGAIN|MISCONF|NOREPLICAS)\\b.*", Pattern.DOTALL);

    private final Vertx vertx;
    private final String url;
    private final Duration patience;
    private Redis client;
    private RedisConnection connection;
    private long failedAt = System.nanoTime() - BETWEEN_TRIES.toNanos();
    private boolean closed;
    private volatile long connectedAt;
    private volatile long answeredAt;
    private volatile boolean connected;

    /// The engine refused a call: the connection is as good as before.
    static final class RefusedException extends RuntimeException {
        RefusedException(Throwable cause) {
            super(cause.getMessage(), cause);
        }

        boolean says(String code) {
            return getMessage() != null && getMessage().startsWith(code);
        }
    }

    EngineLink(Vertx vertx, String url, Duration patience) {
        this.vertx = vertx;
        this.url = url;
        this.patience = patience;
    }

    /// @throws EngineAwayException if there is no answer
    Response ask(Command command, Object... arguments) {
        return ask(Duration.ZERO, command, arguments);
    }

    /// @param wait how long the engine itself may wait before it answers
    Response ask(Duration wait, Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        RedisConnection used = connection();
        try {
            Response answer = get(used.send(request), wait.plus(patience));
            answeredAt = System.nanoTime();
            return answer;
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof Response && !CLOSED.equals(problem.getCause().getMessage())) {
                if (NOT_NOW.matcher(String.valueOf(problem.getCause().getMessage())).matches()) {
                    throw new EngineAwayException(problem.getCause());
                }
                answeredAt = System.nanoTime();
                throw new RefusedException(problem.getCause());
            }
            broken(used);
            throw new EngineAwayException(problem.getCause());
        } catch (TimeoutException hangs) {
            broken(used);
            throw new EngineAwayException(hangs);
        }
    }

    /// How long the connection has lasted; zero if there is none.
    Duration age() {
        return connected ? Duration.ofNanos(System.nanoTime() - connectedAt) : Duration.ZERO;
    }

    /// Whether the engine has answered within that time.
    boolean answeredWithin(Duration time) {
        return connected && System.nanoTime() - answeredAt < time.toNanos();
    }

    private synchronized RedisConnection connection() {
        if (connection != null) {
            return connection;
        }
        if (closed || System.nanoTime() - failedAt < BETWEEN_TRIES.toNanos()) {
            throw new EngineAwayException(null);
        }
        client = Redis.createClient(vertx, new RedisOptions()
                .setConnectionString(url)
                .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout((int) patience.toMillis())
                        .setTcpNoDelay(true)
                        .setHostnameVerificationAlgorithm("HTTPS")));
        try {
            RedisConnection made = get(client.connect(), patience);
            made.endHandler(ended -> broken(made));
            made.exceptionHandler(problem -> broken(made));
            connection = made;
            connectedAt = System.nanoTime();
            answeredAt = connectedAt;
            connected = true;
            return made;
        } catch (ExecutionException | TimeoutException problem) {
            drop();
            throw new EngineAwayException(problem);
        }
    }

    private synchronized void broken(RedisConnection one) {
        if (connection == one) {
            LOG.log(System.Logger.Level.WARNING, "The connection to the engine is lost; connecting again");
            drop();
        }
    }

    private synchronized void drop() {
        connection = null;
        connected = false;
        failedAt = System.nanoTime();
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private static <T> T get(Future<T> future, Duration limit) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new EngineAwayException(interruption);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }
}
