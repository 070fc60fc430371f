package dev.lanes.engine;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens for visitors, made of their addresses and a secret that all fronts share for a day. The addresses themselves
/// are written nowhere.
record Visitors(EngineLink link) {
    private static final String SALT = "lanes:salt";
    private static final String DAY_SECONDS = "86400";
    private static final int BYTES = 32;
    private static final int DIGITS = 24;

    String token(String visitor) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] token = mac.doFinal(visitor.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(token).substring(0, DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether the visitor asked for the run, even if they have left it to others since.
    boolean asked(Keys keys, String run, String visitor) {
        String token = token(visitor);
        return Stream.of(keys.asked(run), keys.left(run))
                .anyMatch(set -> link.ask(Command.SISMEMBER, set, token).toInteger() == 1);
    }

    private String salt() {
        Response known = link.ask(Command.GET, SALT);
        if (known != null) {
            return known.toString();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        link.ask(Command.SET, SALT, HexFormat.of().formatHex(random), "EX", DAY_SECONDS, "NX");
        return link.ask(Command.GET, SALT).toString();
    }
}
