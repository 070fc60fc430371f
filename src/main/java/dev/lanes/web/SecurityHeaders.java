package dev.lanes.web;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// The headers that every answer has, whatever it is. Only `/embed/` may be framed by other sites. In dev mode the
/// framework's own pages under `/q` keep their inline scripts.
@ApplicationScoped
class SecurityHeaders {
    private static final int FIRST = -1000;

    private final PagePolicy policy;

    SecurityHeaders(PagePolicy policy) {
        this.policy = policy;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::add);
    }

    private void add(RoutingContext context) {
        // As it came: a path that cannot be decoded has no normal form.
        String path = context.request().path();
        boolean framed = path != null && path.startsWith("/embed/");
        boolean frameworks = path != null && path.startsWith("/q/") && LaunchMode.current() == LaunchMode.DEVELOPMENT;
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), "
                + "serial=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!frameworks) {
            headers.set("Content-Security-Policy", policy.text(context.request().getHeader("Host"), framed));
        }
        if (!framed) {
            headers.set("X-Frame-Options", "DENY");
        }
        context.next();
    }
}
