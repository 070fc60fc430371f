package dev.lanes.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;

/// Nothing can be stored or read for now; it may work later.
public final class StorageException extends RuntimeException {
    private static final int H2_ALREADY_OPEN = 90020;
    private static final List<Integer> H2_TIMEOUTS = List.of(50200, 57014);
    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final String STATEMENT_CANCELLED = "57014";

    private final Reason reason;

    /// Why not, in words that end a sentence.
    public enum Reason {
        AWAY("the database is not responding"),
        SLOW("the database is too slow"),
        DISK_FULL("the disk is full"),
        IN_USE("another Lanes server is using the data folder"),
        NAME_IN_USE("another Lanes server of the same name is using the database"),
        NOT_WRITABLE("the data folder is not writable");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    StorageException(Reason reason, Throwable cause) {
        super(reason.words(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// The problem itself where it is one of these.
    static StorageException of(Throwable problem) {
        return problem instanceof StorageException known ? known : new StorageException(reason(problem), problem);
    }

    private static Reason reason(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (saysThatTheDiskIsFull(cause)) {
                return Reason.DISK_FULL;
            }
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (sql.getErrorCode() == H2_ALREADY_OPEN) {
                    return Reason.IN_USE;
                }
                if (sql instanceof SQLTimeoutException || H2_TIMEOUTS.contains(sql.getErrorCode())
                        || STATEMENT_CANCELLED.equals(sql.getSQLState())) {
                    return Reason.SLOW;
                }
            }
        }
        return problem instanceof IOException ? Reason.NOT_WRITABLE : Reason.AWAY;
    }

    private static boolean saysThatTheDiskIsFull(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof SQLException sql && POSTGRESQL_DISK_FULL.equals(sql.getSQLState())
                || message.contains("No space left") || message.contains("Disk quota exceeded")
                || message.contains("not enough space");
    }
}
