package dev.lanes.web.http;

import dev.lanes.plan.Quote;
import dev.lanes.run.ServerMode;
import dev.lanes.run.ServerRole;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Who may come in: calls for another host get nothing at all, no other site's page may change or watch anything,
/// nobody may call too often, and on a hosted server what is under `/q` is for its operator. A server that only
/// measures has no page and no API: what it tells is for its operator.
@Singleton
record Gate(
        Clients clients, Hosts hosts, Origins origins, Throttle throttle, RouteProblems problems, ServerMode mode,
        ServerRole role) {
    /// Right after the headers that every answer has.
    private static final int FIRST = -950;
    private static final int EARLIEST = -900;
    /// Before everything else.
    private static final int EARLY = -200;
    private static final int MISDIRECTED = 421;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Router router) {
        if (!role.answers()) {
            router.route().order(FIRST).handler(this::operatorsPathOnly);
        }
        router.route().order(EARLIEST).handler(this::ofThisHost).failureHandler(this::unreadable);
        router.route("/api/*").order(EARLY).handler(this::admit);
        if (mode == ServerMode.HOSTED) {
            router.route("/q/*").order(EARLY).handler(this::operatorOnly);
        }
    }

    private void ofThisHost(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<String> strange = hosts.strange(request);
        if (!hosts.readable(request)) {
            problems.answer(context, 400, "The Host header names no host.");
        } else if (strange.isPresent()) {
            String name = Quote.of(strange.get());
            problems.answer(context, MISDIRECTED, "This server does not answer to the name %s. If that is its name, "
                    .formatted(name) + "start it with -D%s=%s.".formatted(Hosts.SETTING, name));
        } else {
            context.next();
        }
    }

    /// What Vert.x refuses before any route, such as a request without a host or with a path that cannot be decoded.
    private void unreadable(RoutingContext context) {
        if (context.statusCode() == 400) {
            problems.answer(context, 400, ProblemMappers.detail(400));
        } else {
            context.next();
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String client = clients.of(request);
        OptionalLong wait = throttle.waitOfCall(client);
        boolean reads = READING.contains(request.method()) && !request.headers().contains(HttpHeaders.UPGRADE);
        if (wait.isPresent()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
            problems.answer(context, 429, "Too many calls in a short time. Try again in %s s.".formatted(
                    wait.getAsLong()));
        } else if (!reads && !origins.allow(request)) {
            String origin = Quote.of(request.getHeader("Origin"));
            String host = hosts.browsers(request).map(HostAndPort::toString).map(Quote::of).orElse("no host");
            problems.answer(context, 403, "Only this server's own page may do this: the page is from %s, the call is "
                    .formatted(origin) + "for %s. If both are this server behind a proxy, start it with -D%s=%s."
                    .formatted(host, Origins.SETTING, origin));
        } else {
            context.next();
        }
    }

    private void operatorsPathOnly(RoutingContext context) {
        if (context.normalizedPath().startsWith("/q/")) {
            context.next();
        } else {
            problems.answer(context, 404, "This server only measures; others have the page.");
        }
    }

    private void operatorOnly(RoutingContext context) {
        if (clients.near(context.request())) {
            context.next();
        } else {
            problems.answer(context, 404, ProblemMappers.detail(404));
        }
    }
}
