package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Many visitors who all wait: how fast each is told its place, and that everyone moves up as those before leave.
final class CrowdedQueue {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedServer server;

    CrowdedQueue(PackagedServer server) {
        this.server = server;
    }

    /// A sentence as Markdown.
    String fill(int visitors) throws Exception {
        List<String> runs = new ArrayList<>(List.of(ask(0)));
        List<Listener> listeners = new ArrayList<>();
        double[] toldAfter = new double[visitors];
        for (int visitor = 1; visitor <= visitors; visitor++) {
            long begin = System.nanoTime();
            String run = ask(visitor);
            Listener listener = new Listener();
            server.http().newWebSocketBuilder().header("X-Forwarded-For", address(visitor))
                    .buildAsync(server.uri("ws", run + "/events"), listener).join();
            JsonNode first = JSON.readTree(listener.first.get(20, TimeUnit.SECONDS));
            toldAfter[visitor - 1] = (System.nanoTime() - begin) / 1e6;
            if (first.required("position").asInt() != visitor || !first.required("waitSeconds").isNumber()) {
                throw new IOException("Visitor " + visitor + " was told " + first);
            }
            runs.add(run);
            listeners.add(listener);
        }
        long begin = System.nanoTime();
        for (int visitor = 0; visitor <= visitors; visitor++) {
            cancel(runs.get(visitor), visitor);
        }
        int heard = 0;
        for (Listener listener : listeners) {
            heard += listener.arrivals.get(30, TimeUnit.SECONDS).size();
        }
        Arrays.sort(toldAfter);
        return String.format(Locale.ROOT, """
                %d visitors in the queue: from a visitor's request to the first word of its place and wait on its own \
                connection it took %.1f ms, 99 of 100 within %.1f ms. Then all cancelled, in the order they came: %,d \
                events told the others how they moved up, and the queue was empty after %.1f s.

                """, visitors, toldAfter[visitors / 2], toldAfter[(int) (0.99 * (visitors - 1))], heard,
                (System.nanoTime() - begin) / 1e9);
    }

    /// Each asks for something else, or they would share a run.
    private String ask(int visitor) throws IOException, InterruptedException {
        String body = "{\"experiment\": \"row-vs-column\", \"params\": {\"size\": %d}, \"effort\": \"standard\"}"
                .formatted(512 + visitor);
        HttpResponse<String> answer = server.http().send(
                HttpRequest.newBuilder(server.uri("http", "/api/runs"))
                        .header("Content-Type", "application/json").header("X-Forwarded-For", address(visitor))
                        .POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("Visitor " + visitor + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private void cancel(String run, int visitor) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.http().send(
                HttpRequest.newBuilder(server.uri("http", run)).header("X-Forwarded-For", address(visitor))
                        .DELETE().build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IOException("Cancelling " + run + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String address(int visitor) {
        return "198.51.100." + (visitor + 1);
    }
}
