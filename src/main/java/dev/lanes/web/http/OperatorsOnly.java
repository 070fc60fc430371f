package dev.lanes.web.http;

import dev.lanes.run.ServerRole;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A server that only measures has no page and no API: what it tells is for its operator.
@ApplicationScoped
class OperatorsOnly {
    private static final int BEFORE_ALL = -1000;
    private static final String FOR_OPERATORS = "/q/";

    void register(@Observes Router router, ServerRole role, RouteProblems problems) {
        if (!role.answers()) {
            router.route().order(BEFORE_ALL).handler(context -> {
                if (context.normalizedPath().startsWith(FOR_OPERATORS)) {
                    context.next();
                } else {
                    problems.answer(context, 404, "This server only measures; others have the page.");
                }
            });
        }
    }
}
