package dev.lanes.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// An error as the API tells it, by RFC 9457.
///
/// @param type always "about:blank": the status says what kind of error it is
/// @param field the part of the request that is to blame; null where none is
/// @param problems what is wrong one by one; null where that says no more
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String field, List<?> problems) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String detail) {
        return of(status, detail, null);
    }

    public static Problem of(int status, String detail, String field) {
        String title = HttpResponseStatus.valueOf(status).reasonPhrase();
        return new Problem("about:blank", title, status, detail, field, null);
    }

    /// The same with what is wrong one by one.
    public Problem because(List<?> all) {
        return new Problem(type, title, status, detail, field, all);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
