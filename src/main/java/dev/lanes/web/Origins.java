package dev.lanes.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which pages may talk to this server: its own, and those of the origins that are configured. A browser says where a
/// page is from; a call that says nothing comes from no page.
@ApplicationScoped
class Origins {
    private final List<String> others;

    Origins(@ConfigProperty(name = "lanes.web.origins") Optional<List<String>> others) {
        this.others = others.orElse(List.of());
    }

    boolean allow(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || others.contains(origin) || own(origin, request.authority());
    }

    /// The scheme is not compared: behind a proxy the server does not know it.
    private static boolean own(String origin, HostAndPort authority) {
        try {
            URI from = URI.create(origin);
            int usual = "https".equals(from.getScheme()) ? 443 : 80;
            return authority != null
                    && authority.host().equalsIgnoreCase(from.getHost())
                    && port(authority.port(), usual) == port(from.getPort(), usual);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static int port(int port, int usual) {
        return port < 0 ? usual : port;
    }
}
