package dev.lanes.web.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// The server is ready when its temporary folder, where every run gets a folder of its own, can be written and has
/// room.
@Readiness
class DiskReady implements HealthCheck {
    private static final long MIB = 1 << 20;

    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    private final long leastMegabytes;

    DiskReady(@ConfigProperty(name = "lanes.health.least-disk-megabytes", defaultValue = "50") long leastMegabytes) {
        this.leastMegabytes = leastMegabytes;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            return HealthCheckResponse.named("disk")
                    .status(Files.isWritable(folder) && free >= leastMegabytes)
                    .withData("freeMegabytes", free)
                    .build();
        } catch (IOException notThere) {
            return HealthCheckResponse.named("disk").down().build();
        }
    }
}
