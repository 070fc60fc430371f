package dev.lanes.web;

import java.util.HashMap;
import java.util.Map;

/// The hosted server as it is configured, with a worker that measures nothing. It trusts this machine as its proxy, so
/// that a test is any visitor it likes by `X-Forwarded-For`.
public class HostedProfile extends FakeWorkerProfile {
    static final String ADMIN_FILE = "target/hosted-admin.properties";

    @Override
    public String getConfigProfile() {
        return "hosted";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.http.test-port", "0",
                "lanes.data", "target/hosted-data",
                "lanes.admin.file", ADMIN_FILE,
                "lanes.limits.scripted.size.max", "512",
                "lanes.run.queue", "3",
                "lanes.run.unwatched", "PT2S"));
        settings.put("lanes.web.client.sockets", "2");
        settings.put("lanes.web.burst", "10000");
        settings.put("lanes.ceilings", "idle");
        settings.put("lanes.run.worker-ahead", "false");
        settings.put("lanes.ceilings.idle", "PT0.1S");
        return settings;
    }
}
