package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The packaged app on a port of its own.
final class PackagedServer implements AutoCloseable {
    static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final ChildJvm jvm;
    private final String host;

    private PackagedServer(Path folder, ChildJvm jvm, int port) {
        this.folder = folder;
        this.jvm = jvm;
        this.host = "localhost:" + port;
    }

    /// Starts it and returns when it is ready.
    ///
    /// @param folder for the files of a check and what the children print
    static PackagedServer start(Path folder) throws IOException, InterruptedException {
        return start(folder, List.of());
    }

    /// @param settings flags of its JVM, such as `-Dquarkus.profile=hosted`
    static PackagedServer start(Path folder, List<String> settings) throws IOException, InterruptedException {
        return start(JAR, folder, settings);
    }

    /// @param jar that starts the app
    static PackagedServer start(Path jar, Path folder, List<String> settings) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new IOException("There is no " + jar + "; package the app first");
        }
        int port = FreePort.find();
        ChildJvm jvm = ChildJvm.startSilent(folder.resolve("server.txt"), Stream.of(
                        Stream.of(
                                "-Dquarkus.http.port=" + port, "-Djava.io.tmpdir=" + folder,
                                "-Dlanes.data=" + folder.resolve("data"), "-Dlanes.ceilings=off"),
                        settings.stream(),
                        Stream.of("-jar", jar.toString()))
                .flatMap(one -> one).toList());
        PackagedServer server = new PackagedServer(folder, jvm, port);
        for (int attempt = 0; attempt < 300; attempt++) {
            if (!jvm.process().isAlive()) {
                throw new IOException("The server ended with exit code " + jvm.process().exitValue());
            }
            if (server.ready()) {
                return server;
            }
            Thread.sleep(200);
        }
        server.close();
        throw new IOException("The server was not ready within a minute");
    }

    long pid() {
        return jvm.process().pid();
    }

    Path folder() {
        return folder;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri("http", path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// Its experiments with those ids, or all of them if none is named.
    List<JsonNode> experiments(List<String> wanted) throws IOException, InterruptedException {
        return get("/api/experiments").valueStream()
                .filter(one -> wanted.isEmpty() || wanted.contains(one.required("id").asText()))
                .toList();
    }

    /// Asks for a run and returns its path, such as `/api/runs/1`.
    String submit(String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri("http", "/api/runs")).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(request)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("POST " + request + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /// The run, once it has ended in whatever way.
    JsonNode awaitEnd(String run) throws IOException, InterruptedException {
        JsonNode known = get(run);
        while (List.of("QUEUED", "RUNNING").contains(known.required("state").asText())) {
            Thread.sleep(200);
            known = get(run);
        }
        return known;
    }

    /// The cases of the run, once it has finished.
    ///
    /// @throws IOException where it ended in any other way
    List<MeasuredCase> awaitCases(String run) throws IOException, InterruptedException {
        JsonNode known = awaitEnd(run);
        if (!known.required("state").asText().equals("FINISHED")) {
            throw new IOException(run + " ended " + known.get("state") + ": " + known.get("problem"));
        }
        return StreamSupport.stream(known.required("cases").spliterator(), false).map(MeasuredCase::of).toList();
    }

    List<MeasuredCase> measure(String request) throws IOException, InterruptedException {
        return awaitCases(submit(request));
    }

    HttpClient http() {
        return http;
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://" + host + path);
    }

    @Override
    public void close() throws InterruptedException {
        jvm.close();
    }

    private boolean ready() throws InterruptedException {
        try {
            get("/q/health/ready");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
