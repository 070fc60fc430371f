package dev.lanes.web;

import dev.lanes.run.RefusedRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever ends a call into a problem, and never into a stack trace.
final class ProblemMappers {
    private static final System.Logger LOG = System.getLogger(ProblemMappers.class.getName());

    @ServerExceptionMapper
    Response map(ProblemException exception) {
        Response response = exception.problem().response();
        return exception.retryAfterSeconds() == 0
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, exception.retryAfterSeconds())
                        .build();
    }

    @ServerExceptionMapper
    Response map(RefusedRequestException refusal) {
        int status = switch (refusal.reason()) {
            case UNKNOWN_EXPERIMENT -> 404;
            case NOT_ALLOWED -> 422;
        };
        return Problem.of(status, refusal.getMessage(), refusal.field()).response();
    }

    @ServerExceptionMapper
    Response map(NotFoundException exception) {
        return map((WebApplicationException) exception);
    }

    /// What the framework refuses: no such path, method or media type.
    @ServerExceptionMapper
    Response map(WebApplicationException exception) {
        Response refused = exception.getResponse();
        int status = refused.getStatus();
        if (status >= 500) {
            return map((Throwable) exception);
        }
        Response.ResponseBuilder told = Response.fromResponse(Problem.of(status, detail(status)).response());
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? told.build() : told.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response map(Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, "A call failed", bug);
        return Problem.of(500, detail(500)).response();
    }

    /// A sentence for an error that has no more to say than its status.
    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method.";
            case 406 -> "This path answers in JSON only, which the request does not accept.";
            case 413 -> "The body is larger than allowed.";
            case 415 -> "The body must be JSON: Content-Type: application/json.";
            case 500 -> "Lanes itself failed. Its log says why.";
            default -> "The request was refused with status " + status + ".";
        };
    }
}
