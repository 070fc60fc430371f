package dev.lanes.web.page;

import dev.lanes.web.http.Hosts;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/// The headers that every answer has, whatever it is, unless it is a part of the page that no browser shows as a page
/// itself: there are dozens of those, and the rules for pages would be a good part of all that a first visit loads.
/// Only `/embed/` may be framed by other sites. In dev mode the framework's own pages under `/q` keep their inline
/// scripts.
@Singleton
record SecurityHeaders(PagePolicy policy, Hosts hosts) {
    private static final int FIRST = -1000;
    private static final String POLICY = "Content-Security-Policy";
    private static final List<String> FOR_PAGES =
            List.of(POLICY, "Permissions-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options");
    private static final Pattern FRAMED = Pattern.compile("/embed/[\\w-]+");
    /// What a frame on another site's page is made of, and what other sites show of a result: all of it public, and the
    /// same for everyone. No other path can be written so that it looks like one of these: they have no dot segments
    /// and nothing encoded.
    private static final Pattern SHOWN_ELSEWHERE =
            Pattern.compile("/api/results/[\\w-]+(/picture\\.png)?|/(js|css|_static/inter)(/[\\w@-][\\w@.-]*)+");
    private static final Pattern PICTURE = Pattern.compile("/api/(results|experiments)/[\\w-]+/picture\\.png");
    private static final Pattern PART_OF_A_PAGE =
            Pattern.compile("(text/javascript|application/javascript|text/css|font/).*");

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::add).failureHandler(this::add);
    }

    private void add(RoutingContext context) {
        // As it came: a path that cannot be decoded has no normal form.
        String path = context.request().path();
        boolean framed = path != null && FRAMED.matcher(path).matches();
        boolean frameworks = path != null && path.startsWith("/q/") && LaunchMode.current() == LaunchMode.DEVELOPMENT;
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), "
                + "serial=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!frameworks) {
            headers.set(POLICY, policy.text(
                    hosts.browsers(context.request()).map(HostAndPort::toString).orElse(null), framed));
        }
        if (!framed) {
            headers.set("X-Frame-Options", "DENY");
        }
        if (path != null) {
            open(context.request(), path, framed, headers);
        }
        context.addHeadersEndHandler(sent -> {
            String type = headers.get(HttpHeaders.CONTENT_TYPE);
            if (type != null && PART_OF_A_PAGE.matcher(type).matches()) {
                FOR_PAGES.forEach(headers::remove);
            }
        });
        context.next();
    }

    /// Lets pages of other sites have what they may show. A frame in a sandbox has no origin, so its scripts, fonts and
    /// calls count as another site's. The page's own requests name no origin, and are spared the header.
    private static void open(HttpServerRequest request, String path, boolean framed, MultiMap headers) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (reads && request.headers().contains("Origin") && SHOWN_ELSEWHERE.matcher(path).matches()) {
            headers.set("Access-Control-Allow-Origin", "*");
        }
        // Pages that isolate themselves show nothing of other sites that does not agree to it.
        if (framed || PICTURE.matcher(path).matches()) {
            headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (framed) {
            headers.set("Cross-Origin-Embedder-Policy", "require-corp");
        }
    }
}
