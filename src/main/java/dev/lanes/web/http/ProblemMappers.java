package dev.lanes.web.http;

import dev.lanes.plan.RefusedRequestException;
import dev.lanes.run.EngineAwayException;
import dev.lanes.store.StorageException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Turn whatever ends a call into a problem, and never into a stack trace.
///
/// Classes, not methods with `@ServerExceptionMapper`: for those the build would load the exceptions, and Maven may run
/// on a Java that cannot read the project's classes.
final class ProblemMappers {
    private static final System.Logger LOG = System.getLogger(ProblemMappers.class.getName());
    private static final long SECONDS_UNTIL_IT_MAY_BE_BACK = 5;

    private ProblemMappers() {}

    /// What the project's own code ends a call with: what it refuses, what cannot be reached for now, or a bug.
    @Provider
    public static final class OfOurs implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable problem) {
            return switch (problem) {
                case ProblemException refused -> retry(refused.problem(), refused.retryAfterSeconds());
                case RefusedRequestException refused ->
                    Problem.of(status(refused.reason()), refused.getMessage(), refused.field()).response();
                case StorageException away ->
                    unavailable("Stored runs and results are unavailable: %s.".formatted(away.getMessage()));
                case EngineAwayException away ->
                    unavailable("Runs are unavailable at the moment: %s.".formatted(away.getMessage()));
                default -> failed(problem);
            };
        }
    }

    /// What the framework refuses: no such method or media type.
    @Provider
    public static final class OfFramework implements ExceptionMapper<WebApplicationException> {
        private final AllowedMethods methods;

        @Context
        UriInfo uri;

        OfFramework(AllowedMethods methods) {
            this.methods = methods;
        }

        @Override
        public Response toResponse(WebApplicationException exception) {
            int status = exception.getResponse().getStatus();
            if (status >= 500) {
                return failed(exception);
            }
            Response problem = Problem.of(status, detail(status)).response();
            return status == 405
                    ? Response.fromResponse(problem).header(HttpHeaders.ALLOW, methods.of(uri.getPath())).build()
                    : problem;
        }
    }

    /// No such path; named apart because in dev mode the framework has a page of its own for it.
    @Provider
    public static final class OfNotFound implements ExceptionMapper<NotFoundException> {
        @Override
        public Response toResponse(NotFoundException exception) {
            return Problem.of(404, detail(404)).response();
        }
    }

    private static int status(RefusedRequestException.Reason reason) {
        return switch (reason) {
            case UNKNOWN_EXPERIMENT -> 404;
            case NOT_ALLOWED -> 422;
        };
    }

    private static Response unavailable(String detail) {
        return retry(Problem.of(503, detail), SECONDS_UNTIL_IT_MAY_BE_BACK);
    }

    /// @param afterSeconds 0 where that would not help
    private static Response retry(Problem problem, long afterSeconds) {
        Response response = problem.response();
        return afterSeconds == 0
                ? response
                : Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, afterSeconds).build();
    }

    private static Response failed(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "A call failed", bug);
        return Problem.of(500, detail(500)).response();
    }

    /// A sentence for an error that has no more to say than its status.
    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not support this method.";
            case 406 -> "This path answers in JSON, which the request does not accept.";
            case 413 -> "The body is larger than allowed.";
            case 415 -> "The body must be JSON: Content-Type: application/json.";
            case 500 -> "Lanes itself failed. The server's log says why.";
            default -> "The request was refused with status " + status + ".";
        };
    }
}
