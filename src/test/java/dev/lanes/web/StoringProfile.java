package dev.lanes.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The server that measures nothing, with an empty data folder and next to no memory: what has ended soon comes from
/// the storage. It measures the machine's ceilings by itself.
public class StoringProfile extends FakeWorkerProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("lanes.run.kept", "1");
        settings.put("lanes.data", emptyFolder());
        settings.put("lanes.ceilings", "idle");
        settings.put("lanes.ceilings.idle", "PT0.1S");
        return settings;
    }

    private static String emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "storing-").toAbsolutePath().toString();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
