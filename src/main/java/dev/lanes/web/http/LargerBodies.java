package dev.lanes.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;

/// Which calls may send more than others.
@FunctionalInterface
public interface LargerBodies {
    /// The most bytes of this call's body; empty for the usual limit.
    OptionalLong limit(HttpServerRequest request);
}
