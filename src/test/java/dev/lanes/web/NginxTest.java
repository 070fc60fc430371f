package dev.lanes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.FreePort;
import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The hosted server behind nginx, set up as the product shows but without TLS.
@QuarkusTest
@TestProfile(HostedProfile.class)
@Timeout(60)
class NginxTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Path DOCUMENTED = Path.of("src/main/docker/nginx.conf");

    private final Strangers strangers = new Strangers();

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    private Process nginx;
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        strangers.leave();
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    @Test
    void thePageWorksOnAnyPort() throws Exception {
        start(documented -> documented);

        for (String host : List.of("demo.example.org:8443", "demo.example.org")) {
            assertThatPagesMayCall(host);
            assertThatPreviewsName(host);
        }
        assertThat(status("GET /q/health HTTP/1.1", "Host: demo.example.org")).isEqualTo(404);
        assertThat(status("DELETE /api/runs/nothing HTTP/1.1", "Host: demo.example.org:8443",
                "Origin: https://evil.example:8443")).isEqualTo(403);
    }

    @Test
    void thePageWorksIfThePortIsLeftOut() throws Exception {
        start(documented -> documented.replace("$http_host", "$host"));

        assertThatPagesMayCall("demo.example.org:8443");
    }

    @Test
    void thePageWorksIfTheProxyPutsItsOwnHostInPlace() throws Exception {
        start(documented -> documented.replace("_header Host $http_host", "_header Host lanes"));

        assertThatPagesMayCall("demo.example.org:8443");
        assertThatPreviewsName("demo.example.org:8443");
    }

    @Test
    void aRunIsWatchedToItsEnd() throws Exception {
        start(documented -> documented);
        String run = strangers.start(Strangers.another(), Script.NORMAL, 8);
        try (HttpClient http = HttpClient.newHttpClient();
                EventClient client = EventClient.connect(
                        http.newWebSocketBuilder().header("Origin", address().toString()), address(), "/api/runs/" + run + "/events")) {
            assertThat(client.closeCode(Duration.ofSeconds(30))).isEqualTo(1000);
            assertThat(client.types()).endsWith("finished");
        }
    }

    private void assertThatPagesMayCall(String host) throws IOException {
        String origin = "Origin: https://" + host;
        assertThat(status("DELETE /api/runs/nothing HTTP/1.1", "Host: " + host, origin)).isEqualTo(404);
        assertThat(status(Wire.handshake("/api/runs/nothing/events", "Host: " + host, origin))).isEqualTo(101);
    }

    private void assertThatPreviewsName(String host) throws IOException {
        assertThat(Wire.whole(address(), "GET /?v=1&at=scripted HTTP/1.1", "Host: " + host))
                .contains("content=\"http://" + host + "/");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private int status(String... lines) throws IOException {
        return Integer.parseInt(Wire.head(address(), lines).split(" ")[1]);
    }

    /// @param change of what the docs say
    private void start(UnaryOperator<String> change) throws IOException {
        assumeThat(NGINX).as("Debian's package nginx is installed").exists();
        port = FreePort.find();
        String settings = Files.readString(DOCUMENTED)
                .replaceAll("listen 8443 ssl;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("ssl_certificate.*", "")
                .replaceAll("127\\.0\\.0\\.1:8080", server.getHost() + ":" + server.getPort());
        Path file = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                pid %1$s/pid;
                events {}
                http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, change.apply(settings)));
        File log = folder.resolve("log").toFile();
        nginx = new ProcessBuilder(NGINX.toString(), "-e", "stderr", "-c", file.toString())
                .redirectErrorStream(true).redirectOutput(log).start();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            assertThat(nginx.isAlive()).as(Files.readString(log.toPath())).isTrue();
            try (Socket ignored = new Socket("127.0.0.1", port)) {
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
    }
}
