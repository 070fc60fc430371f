package dev.lanes.web.http;

import io.vertx.core.http.HttpServerRequest;

/// An address on this server relative to the one that was asked for. It leads to the right place below any path that a
/// proxy strips, of which the server knows nothing.
public final class RelativeAddress {

    private RelativeAddress() {}

    /// @param address such as `/r/abc`; told to who asked for `/api/results` it is `../r/abc`
    public static String of(String address, HttpServerRequest asked) {
        long levels = asked.path().chars().filter(letter -> letter == '/').count() - 1;
        return levels == 0 ? "." + address : "../".repeat((int) levels) + address.substring(1);
    }
}
