package dev.lanes.web.http;

import dev.lanes.plan.Quote;

/// Ends a call with a problem.
public final class ProblemException extends RuntimeException {
    private final Problem problem;
    private final long retryAfterSeconds;

    public ProblemException(Problem problem) {
        this(problem, 0);
    }

    public ProblemException(int status, String detail) {
        this(status, detail, null);
    }

    /// @param field the part of the request that is to blame; null where none is
    public ProblemException(int status, String detail, String field) {
        this(Problem.of(status, detail, field), 0);
    }

    /// @param retryAfterSeconds when to come back
    public ProblemException(int status, String detail, long retryAfterSeconds) {
        this(Problem.of(status, detail, null), retryAfterSeconds);
    }

    /// @param retryAfterSeconds when to come back; 0 where that would not help
    private ProblemException(Problem problem, long retryAfterSeconds) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException unknown(String kind, String id) {
        return new ProblemException(404, "There is no %s \"%s\".".formatted(kind, Quote.of(id)));
    }

    public Problem problem() {
        return problem;
    }

    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
