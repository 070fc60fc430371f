package dev.lanes.web.ops;

import dev.lanes.catalog.Catalog;
import dev.lanes.process.MachineProbe;
import dev.lanes.run.RunDesk;
import dev.lanes.run.ServerMode;
import dev.lanes.run.ServerRole;
import dev.lanes.store.RunArchive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// When the server is ready, for `/q/health`.
@ApplicationScoped
class HealthChecks {
    private static final long MIB = 1 << 20;

    /// When its temporary folder, where every run gets a folder of its own, can be written and has room.
    @Produces
    @Singleton
    @Readiness
    HealthCheck disk(
            @ConfigProperty(name = "lanes.health.least-disk-megabytes", defaultValue = "50") long leastMegabytes) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return () -> {
            try {
                long free = Files.getFileStore(folder).getUsableSpace() / MIB;
                return HealthCheckResponse.named("disk")
                        .status(Files.isWritable(folder) && free >= leastMegabytes)
                        .withData("freeMegabytes", free)
                        .build();
            } catch (IOException notThere) {
                return HealthCheckResponse.down("disk");
            }
        };
    }

    /// When there is something to run.
    @Produces
    @Singleton
    @Readiness
    HealthCheck experiments(Catalog catalog) {
        return () -> {
            int count = catalog.size();
            return HealthCheckResponse.named("experiments").status(count > 0).withData("count", count).build();
        };
    }

    /// When the threads of its queue live, without which every run would wait for ever, and when the engine answers
    /// that it shares with others.
    @Produces
    @Singleton
    @Readiness
    HealthCheck queue(RunDesk desk) {
        return () -> {
            Optional<String> trouble = desk.trouble();
            HealthCheckResponseBuilder answer = HealthCheckResponse.named("queue")
                    .status(desk.working() && trouble.isEmpty())
                    .withData("waiting", desk.waiting());
            trouble.ifPresent(words -> answer.withData("trouble", words));
            return answer.build();
        };
    }

    /// On a hosted server, when the storage has been opened and results can be stored. On the visitor's own machine it
    /// does without: runs are shown all the same, and the page says that they are not kept. A server that only measures
    /// stores nothing.
    @Produces
    @Singleton
    @Readiness
    HealthCheck storage(RunArchive archive, ServerMode mode, ServerRole role) {
        boolean needed = mode == ServerMode.HOSTED && role.answers();
        return () -> HealthCheckResponse.named("storage")
                .status(!needed || archive.open() && archive.working())
                .build();
    }

    /// When a measuring process has been started and has told of the machine. Asking does not start another, so that a
    /// probe disturbs no measurement; only where the last one failed is it tried again. A front has none.
    @Produces
    @Singleton
    @Readiness
    HealthCheck worker(MachineProbe probe, ServerRole role) {
        return () -> {
            if (!role.measures()) {
                return HealthCheckResponse.up("worker");
            }
            CompletableFuture<?> reading = probe.read();
            return HealthCheckResponse.named("worker")
                    .status(reading.isDone() && !reading.isCompletedExceptionally())
                    .build();
        };
    }
}
