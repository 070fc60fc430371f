package dev.lanes.web;

import dev.lanes.catalog.Catalog;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.guide.Guide;
import dev.lanes.guide.GuideFiles;
import dev.lanes.process.WorkerCommand;
import dev.lanes.run.FakeWorker;
import dev.lanes.store.RecordedRuns;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/// The server with experiments and texts made for tests and a worker that measures nothing. Browsers keep the page's
/// files, of which a page has a hundred and which no test changes.
public class FakeWorkerProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Fakes.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lanes.web.burst", "10000", "lanes.web.slow-watcher", "PT2S", "lanes.web.refused-input", "PT1S",
                "lanes.run.queue", "3");
    }

    @Alternative
    @ApplicationScoped
    static class Fakes {
        private static final int FIRST = -2000;

        void letBrowsersKeepFiles(@Observes Router router) {
            router.routeWithRegex("/(js|css|_static)/.*").order(FIRST).handler(context -> {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, "max-age=86400");
                context.next();
            });
        }

        @Produces
        @Singleton
        Catalog catalog() {
            return SampleCatalog.open();
        }

        @Produces
        @Singleton
        WorkerCommand command() {
            return FakeWorker.command();
        }

        @Produces
        @Singleton
        Guide guide() {
            return new Guide(GuideFiles.onClassPath(getClass().getClassLoader(), "guide-sample"));
        }

        @Produces
        @Singleton
        RecordedRuns recorded() {
            return new RecordedRuns(getClass().getClassLoader(), "recorded-sample");
        }
    }
}
