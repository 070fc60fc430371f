package dev.lanes.web.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Which pages may talk to this server: its own, and those of the origins in `lanes.web.origins`. A browser says where
/// a page is from; a call that says nothing comes from no page.
@ApplicationScoped
public class Origins {
    public static final String SETTING = "lanes.web.origins";

    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);

    private final Hosts hosts;
    private final Set<Page> others;

    Origins(Hosts hosts, @ConfigProperty(name = SETTING) Optional<List<String>> others) {
        this.hosts = hosts;
        this.others = others.orElse(List.of()).stream()
                .flatMap(origin -> read(origin.strip()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null
                || read(origin).filter(page -> others.contains(page) || own(page, request)).isPresent();
    }

    /// Whether the page is from the host that the request is for: as the request has it, or as a trusted proxy tells
    /// it. The scheme is not compared: behind a proxy the server does not know it.
    private boolean own(Page page, HttpServerRequest request) {
        return hosts.asked(request).anyMatch(asked -> Hosts.normal(asked.host()).equals(page.host())
                && samePort(asked.port(), page, request.localAddress().port()));
    }

    /// A browser leaves out the port of a `Host` only if it is the usual one. If the server listens on another one, a
    /// proxy stands between, which may have left out any port.
    private static boolean samePort(int asked, Page page, int listenedOn) {
        return asked < 0
                ? page.port() == page.usualPort() || !USUAL_PORTS.contains(listenedOn)
                : page.port() == asked;
    }

    /// @return empty for what names no host, such as `null`
    private static Optional<Page> read(String origin) {
        try {
            URI uri = URI.create(origin);
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            return Optional.ofNullable(uri.getRawAuthority())
                    .map(authority -> HostAndPort.parseAuthority(authority, usual))
                    .map(host -> new Page(Hosts.normal(host.host()), host.port(), usual));
        } catch (IllegalArgumentException notAnOrigin) {
            return Optional.empty();
        }
    }

    /// Where a page is from.
    ///
    /// @param usualPort the port of its scheme
    private record Page(String host, int port, int usualPort) {}
}
