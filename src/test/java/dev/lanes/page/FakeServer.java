package dev.lanes.page;

import static org.awaitility.Awaitility.await;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lanes.FreePort;
import dev.lanes.web.FakeWorkerProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The server of the [FakeWorkerProfile] in a process of its own: Quarkus runs one server in a JVM, and that of the tests is busy
/// with others. What the process runs is a test that lasts until its standard input ends, which is when the JVM ends
/// that started it.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
public class FakeServer {

    public static void main(String[] arguments) {
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(FakeServer.class.getName())).build());
    }

    @Test
    void servesUntilNobodyNeedsItAnyMore() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /// One that listens.
    record Started(Process process, URI address) {

        /// @param number of those that run at once; each has a data folder and a log of its own
        static Started number(int number) throws IOException {
            int port = FreePort.find();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                            "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-Dquarkus.http.test-port=" + port, "-Dlanes.data=target/page-data-" + number,
                            "-cp", System.getProperty("java.class.path"), FakeServer.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/page-server-%d.log".formatted(number)))
                    .start();
            await("page server " + number).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100))
                    .failFast("it has ended, see its log below target", () -> !process.isAlive())
                    .until(() -> listens(port));
            return new Started(process, URI.create("http://localhost:" + port));
        }

        /// Returns when its data folder is free for another.
        void stop() {
            process.destroy();
            process.onExit().join();
        }
    }

    private static boolean listens(int port) {
        try (Socket ignored = new Socket("localhost", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
