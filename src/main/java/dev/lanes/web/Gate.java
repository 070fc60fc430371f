package dev.lanes.web;

import dev.lanes.run.ServerMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import java.util.Set;

/// Who may come in: no other site's page may change or watch anything, nobody may call too often, and on a hosted
/// server what is under `/q` is for its operator.
@ApplicationScoped
class Gate {
    /// After the headers that every answer has, before everything else.
    private static final int EARLY = -200;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Clients clients;
    private final Origins origins;
    private final Throttle throttle;
    private final RouteProblems problems;
    private final ServerMode mode;

    Gate(Clients clients, Origins origins, Throttle throttle, RouteProblems problems, ServerMode mode) {
        this.clients = clients;
        this.origins = origins;
        this.throttle = throttle;
        this.problems = problems;
        this.mode = mode;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(EARLY).handler(this::admit);
        if (mode == ServerMode.HOSTED) {
            router.route("/q/*").order(EARLY).handler(this::operatorOnly);
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String client = clients.of(request);
        OptionalLong wait = throttle.waitOfCall(client);
        boolean reads = READING.contains(request.method()) && !request.headers().contains(HttpHeaders.UPGRADE);
        if (wait.isPresent()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.getAsLong()));
            problems.answer(context, 429, "Too many calls in a short time; come back in %s s.".formatted(
                    wait.getAsLong()));
        } else if (!reads && !origins.allow(request)) {
            problems.answer(context, 403, "Pages of other sites may not do this; this one is from %s.".formatted(
                    shortened(request.getHeader("Origin"))));
        } else {
            context.next();
        }
    }

    private void operatorOnly(RoutingContext context) {
        if (clients.near(context.request())) {
            context.next();
        } else {
            problems.answer(context, 404, ProblemMappers.detail(404));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
