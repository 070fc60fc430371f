package dev.lanes.web;

import dev.lanes.store.Postgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The server that measures nothing, on a PostgreSQL of its own where one is installed.
public class PostgresProfile extends StoringProfile {
    static final String FOLDER = "test.postgres.folder";
    static final String PORT = "test.postgres.port";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("lanes.store.patience", "PT1S");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Started.class));
    }

    /// Starts it before the server and removes it after. The test finds it by its settings: its classes are not these.
    public static class Started implements QuarkusTestResourceLifecycleManager {
        private Postgres postgres;

        @Override
        public Map<String, String> start() {
            if (Postgres.installed().isEmpty()) {
                return Map.of();
            }
            try {
                postgres = Postgres.start();
            } catch (Exception problem) {
                throw new IllegalStateException(problem);
            }
            return Map.of(
                    "lanes.store.url", postgres.url(), "lanes.store.user", postgres.user(),
                    FOLDER, postgres.folder().toString(), PORT, String.valueOf(postgres.port()));
        }

        @Override
        public void stop() {
            if (postgres != null) {
                try {
                    postgres.close();
                } catch (Exception problem) {
                    throw new IllegalStateException(problem);
                }
            }
        }
    }
}
