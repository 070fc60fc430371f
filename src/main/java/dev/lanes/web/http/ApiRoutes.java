package dev.lanes.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Set;

/// What holds for every path under `/api`, before and after the resources: a bounded body, and a problem for every
/// error that does not come from them.
@Singleton
record ApiRoutes(RouteProblems problems, WebConfig config, Instance<LargerBodies> larger) {
    private static final System.Logger LOG = System.getLogger(ApiRoutes.class.getName());
    private static final String PATHS = "/api/*";
    /// Before the framework's own limit, which answers without a body.
    private static final int FIRST = -100;
    private static final int LAST = 100_000;
    private static final Set<HttpMethod> SENDING_FORMS =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    void register(@Observes Router router) {
        router.route(PATHS).order(FIRST).failureHandler(this::fail);
        router.route(PATHS).order(FIRST + 1).handler(this::readBody);
        router.route(PATHS).order(FIRST + 2).handler(ApiRoutes::noBodyIsAnEmptyOne);
        router.route(PATHS).order(LAST).handler(context -> problems.answer(context, 404, ProblemMappers.detail(404)));
    }

    /// An empty body may have ended already; the body handler would wait for its end forever.
    private void readBody(RoutingContext context) {
        if (context.request().isEnded()) {
            context.next();
        } else {
            if (!SENDING_FORMS.contains(context.request().method())) {
                // Vert.x fails if it is told of a form that comes by another method.
                context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
            }
            BodyHandler.create(false).setBodyLimit(limit(context)).handle(context);
        }
    }

    /// The call's own limit, or else the usual one.
    private long limit(RoutingContext context) {
        return larger.stream()
                .flatMapToLong(one -> one.limit(context.request()).stream())
                .max().orElse(config.bodyLimit());
    }

    /// The resources would wait for a body that is not there.
    private static void noBodyIsAnEmptyOne(RoutingContext context) {
        if (context.body().buffer() == null) {
            ((RoutingContextInternal) context).setBody(Buffer.buffer());
        }
        context.next();
    }

    private void fail(RoutingContext context) {
        int status = context.statusCode() >= 400 ? context.statusCode() : 500;
        if (status == 413) {
            drain(context);
            problems.answer(
                    context, status, "The body is larger than the %s bytes allowed.".formatted(limit(context)));
        } else {
            if (status >= 500) {
                LOG.log(System.Logger.Level.ERROR, "A call failed", context.failure());
            }
            problems.answer(context, status, ProblemMappers.detail(status));
        }
    }

    /// Lets the client send the rest of its body, so that it comes to read the answer.
    private void drain(RoutingContext context) {
        context.request().handler(ignored -> {}).resume();
        context.vertx().setTimer(config.refusedInput().toMillis(), timer -> {
            if (!context.request().isEnded()) {
                context.request().connection().close();
            }
        });
    }
}
