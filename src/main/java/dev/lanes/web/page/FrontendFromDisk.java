package dev.lanes.web.page;

import dev.lanes.catalog.ProjectFolder;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.util.Set;

/// Serves the page from the project's `frontend/` where there is one, so that an edit shows on reload. In the packaged
/// app the same files are in the jar, where Quarkus finds them.
@ApplicationScoped
class FrontendFromDisk {
    private static final Set<String> COMPRESSED =
            Set.of("text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml");
    /// Before the framework's own routes; what is not there is left to them.
    private static final int BEFORE_THE_REST = 100;

    void register(@Observes Router router) {
        ProjectFolder.find().map(project -> project.resolve("frontend")).filter(Files::isDirectory).ifPresent(page -> {
            StaticHandler files = StaticHandler.create(FileSystemAccess.ROOT, page.toString())
                    .setCachingEnabled(false)
                    .setFilesReadOnly(false)
                    .setDirectoryListing(false);
            router.routeWithRegex("/(?!api/|q/).*")
                    .order(BEFORE_THE_REST)
                    .handler(new HttpCompressionHandler(files, COMPRESSED));
        });
    }
}
