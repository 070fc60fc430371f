package dev.lanes.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.annotation.Section;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.guide.Guide;
import dev.lanes.store.StorageException;
import dev.lanes.web.document.ResultId;
import dev.lanes.web.document.ResultPreview;
import dev.lanes.web.document.Results;
import dev.lanes.web.http.Hosts;
import dev.lanes.web.http.ProblemException;
import dev.lanes.web.http.RelativeAddress;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The addresses that answer the page but are no files: shared results and what frames show. Where a link names a
/// result or an experiment, the page says so to programs that show previews of links.
@Singleton
record PageRoutes(Catalog catalog, Results results, Guide guide, Hosts hosts) {
    private static final PageFiles PAGES = PageFiles.ofTheApp();
    private static final String PAGE = "index.html";
    private static final String FRAMED_PAGE = "embed.html";
    private static final Set<String> FRAME_THEMES = Set.of("light", "dark");
    /// Before the files.
    private static final int FIRST = 50;

    /// The page with its status; nothing where the files have the answer.
    private record Answer(int status, Optional<String> html) {
        static Answer of(Optional<String> html) {
            return new Answer(200, html);
        }
    }

    void register(@Observes Router router) {
        html(router, "/", this::home);
        html(router, "/r", context -> Answer.of(PAGES.read(PAGE)));
        html(router, "/r/:id", this::result);
        html(router, "/embed/:id", this::framed);
    }

    /// What it takes to find the answer may block.
    private static void html(Router router, String path, Function<RoutingContext, Answer> answers) {
        Handler<RoutingContext> handler = context -> context.vertx()
                .executeBlocking(() -> answers.apply(context), false)
                .onSuccess(answer -> send(context, answer))
                .onFailure(context::fail);
        for (HttpMethod method : Set.of(HttpMethod.GET, HttpMethod.HEAD)) {
            router.route(method, path).order(FIRST).handler(PageRoutes::withoutSlash).handler(
                    new HttpCompressionHandler(handler, Set.of("text/html")));
        }
    }

    /// An address with a slash at its end leads to the one without: the page's own addresses are relative.
    private static void withoutSlash(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path.length() == 1 || !path.endsWith("/")) {
            context.next();
            return;
        }
        String query = request.query() == null ? "" : "?" + request.query();
        context.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION,
                        RelativeAddress.of(path.substring(0, path.length() - 1), request) + query)
                .end();
    }

    /// The page with the beginning of its section; where its settings name an experiment, with a preview of that.
    private Answer home(RoutingContext context) {
        Optional<ExperimentCard> named = named(context);
        Optional<String> page = PAGES.read(PAGE).map(html -> named
                .map(card -> new PageWithPreview(
                        card.title() + " · Lanes", card.question() + " " + card.claim().text(),
                        hosts.site(context.request()) + context.request().uri(),
                        picture(context, "experiments/" + card.id())).in(html))
                .orElse(html));
        return Answer.of(page.map(html -> section(context, named)
                .flatMap(section -> guide.html(section).map(text -> new PageWithText(section, text).in(html)))
                .orElse(html)));
    }

    /// The section that the page opens: the one it names, that of its experiment, or the first that has any.
    private Optional<Section> section(RoutingContext context, Optional<ExperimentCard> named) {
        return context.queryParam("section").stream()
                .flatMap(number -> Guide.section(number).stream())
                .findFirst()
                .or(() -> named.or(() -> catalog.experiments().stream().findFirst()).map(ExperimentCard::section));
    }

    /// The experiment that the address is about: where the page is scrolled to, or else the first with a setting.
    private Optional<ExperimentCard> named(RoutingContext context) {
        Stream<String> settings = context.queryParams().names().stream().map(name -> name.split("\\.", 2)[0]);
        return Stream.concat(context.queryParam("at").stream(), settings)
                .flatMap(id -> catalog.find(id).stream())
                .findFirst();
    }

    /// The page says by itself where there is no such result; a preview does without.
    private Answer result(RoutingContext context) {
        String id = context.pathParam("id");
        Optional<String> html = PAGES.read(PAGE).map(PageFiles::oneLevelDown);
        try {
            JsonNode result = results.find(id);
            JsonNode run = result.path("run");
            return Answer.of(html.map(page -> new PageWithPreview(
                    result.path("experiment").path("title").asText() + " · measured with Lanes",
                    "%s Measured on %s.".formatted(ResultPreview.said(run), ResultPreview.machine(run)).strip(),
                    hosts.site(context.request()) + context.request().uri(), picture(context, "results/" + id))
                    .in(page)));
        } catch (ProblemException none) {
            return new Answer(none.problem().status(), html);
        } catch (StorageException away) {
            return Answer.of(html);
        }
    }

    /// The page for frames knows its result and its theme without a script.
    private Answer framed(RoutingContext context) {
        String id = context.pathParam("id");
        String result = ResultId.hasItsForm(id) ? id : "none";
        String theme = context.queryParam("theme").stream().filter(FRAME_THEMES::contains).findFirst().orElse("system");
        return Answer.of(PAGES.read(FRAMED_PAGE)
                .map(html -> html.replace("{result}", result).replace("{theme}", theme)));
    }

    private String picture(RoutingContext context, String of) {
        return hosts.site(context.request()) + "/api/" + of + "/picture.png";
    }

    private static void send(RoutingContext context, Answer answer) {
        if (answer.html().isEmpty()) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(answer.html().get());
    }
}
