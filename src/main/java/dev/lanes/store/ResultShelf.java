package dev.lanes.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The results that visitors have shared. None is ever changed; anyone with the secret of one can delete it, and
/// some expire.
///
/// @param kept how long a result stays; empty for ever
public record ResultShelf(Database database, ResultTable table, Optional<Duration> kept, InstantSource clock) {
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What sharing has come to.
    ///
    /// @param expiresAt null where it does not expire
    /// @param secret takes the result away; null where the result was there before
    public record Shared(String id, Instant expiresAt, String secret) {}

    /// What is found under an id.
    public sealed interface Found {
        record Unknown() implements Found {}

        /// There was one, and it was taken away or has expired.
        record Gone() implements Found {}

        /// @param document as it was shared
        /// @param expiresAt null where it does not expire
        record Shelved(byte[] document, Instant sharedAt, Instant expiresAt) implements Found {}
    }

    /// What became of the wish to take a result away.
    public enum Removal {
        REMOVED,
        WRONG_SECRET,
        UNKNOWN
    }

    /// Puts the document there unless it is there already.
    ///
    /// @param id follows from the content
    /// @param run the id of the run that the result is of
    /// @throws StorageException where it cannot be stored now
    public Shared share(String id, String run, byte[] document) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String secret = secret();
        ResultTable.Row row =
                new ResultTable.Row(document, hash(secret), now, kept.map(now::plus).orElse(null));
        try {
            return database.call(connection -> put(connection, id, run, row, secret));
        } catch (IllegalStateException somebodyElseWasQuicker) {
            return database.call(connection -> put(connection, id, run, row, secret));
        }
    }

    private Shared put(Connection connection, String id, String run, ResultTable.Row row, String secret)
            throws SQLException {
        Optional<ResultTable.Row> before = table.find(connection, id);
        if (before.isPresent() && !before.get().goneAt(row.sharedAt())) {
            return new Shared(id, before.get().expiresAt(), null);
        }
        if (before.isPresent()) {
            table.replace(connection, id, run, row);
        } else {
            table.insert(connection, id, run, row);
        }
        return new Shared(id, row.expiresAt(), secret);
    }

    /// @throws StorageException where the database cannot be read now
    public Found find(String id) {
        Optional<ResultTable.Row> found = database.call(connection -> table.find(connection, id));
        if (found.isEmpty()) {
            return new Found.Unknown();
        }
        ResultTable.Row row = found.get();
        return row.goneAt(clock.instant())
                ? new Found.Gone()
                : new Found.Shelved(row.document(), row.sharedAt(), row.expiresAt());
    }

    /// Takes the result away; again is no error.
    ///
    /// @throws StorageException where it cannot be done now
    public Removal remove(String id, String secret) {
        return database.call(connection -> {
            Optional<ResultTable.Row> row = table.find(connection, id);
            if (row.isEmpty()) {
                return Removal.UNKNOWN;
            }
            if (!MessageDigest.isEqual(bytes(row.get().secretHash()), bytes(hash(secret)))) {
                return Removal.WRONG_SECRET;
            }
            table.empty(connection, id, clock.instant());
            return Removal.REMOVED;
        });
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
