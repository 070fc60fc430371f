package dev.lanes.plan;

/// A request that cannot be measured. The message names the field, its value and what is allowed.
public final class RefusedRequestException extends RuntimeException {
    private final Reason reason;
    private final String field;

    /// Why a request is refused.
    public enum Reason {
        UNKNOWN_EXPERIMENT,
        NOT_ALLOWED
    }

    RefusedRequestException(Reason reason, String field, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /// The request's field that is to blame, such as `params.size`.
    public String field() {
        return field;
    }
}
