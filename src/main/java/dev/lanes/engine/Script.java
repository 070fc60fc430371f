package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/// A script that the engine runs in one step, read from a resource file.
enum Script {
    SUBMIT,
    BEGIN,
    APPEND,
    RELEASE,
    CANCEL,
    BEAT,
    SWEEP,
    SEEN,
    RATE,
    KIND;

    /// The last event of a run that was cancelled, for scripts that end one.
    static final String CANCELLED = EventLine.write(new RunEvent.Cancelled());

    private final String text;
    private final String sha;

    Script() {
        text = resource("common") + resource(name().toLowerCase(Locale.ROOT));
        sha = sha(text);
    }

    /// @throws dev.lanes.run.EngineAwayException if there is no answer; then it may have been done or not
    Response run(EngineLink link, Keys keys, Object... arguments) {
        try {
            return link.ask(Command.EVALSHA, call(sha, keys, arguments));
        } catch (EngineLink.RefusedException refused) {
            if (!refused.says("NOSCRIPT")) {
                throw refused;
            }
            return link.ask(Command.EVAL, call(text, keys, arguments));
        }
    }

    private static Object[] call(String script, Keys keys, Object... arguments) {
        return Stream.concat(Stream.of(script, "1", keys.prefix()), Stream.of(arguments)).toArray();
    }

    private static String resource(String name) {
        try (InputStream file = Script.class.getResourceAsStream("/engine/" + name + ".lua")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
