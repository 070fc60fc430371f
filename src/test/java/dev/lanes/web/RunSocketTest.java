package dev.lanes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(FakeRoom.class)
@Timeout(90)
class RunSocketTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI server;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void aWatcherGetsEveryEventInOrderAndIsClosedAfterTheLast() throws Exception {
        String id = Api.start(Script.NORMAL);
        Client client = watch(id, "");

        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.seqs()).isEqualTo(LongStream.rangeClosed(1, 17).boxed().toList());
        assertThat(client.types()).startsWith("queued", "started", "caseStarted", "sample").endsWith("finished");
        assertThat(client.events().get(3).get("phase").asText()).isEqualTo("warmup");
    }

    @Test
    void aLateWatcherGetsTheWholeReplay() throws Exception {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");
        Client client = watch(id, "");

        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.events()).hasSize(17);
    }

    @Test
    void aWatcherThatComesBackGoesOnWhereItWas() throws Exception {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");

        Client client = watch(id, "?after=15");
        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.seqs()).containsExactly(16L, 17L);

        Client beyond = watch(id, "?after=999");
        assertThat(beyond.closeCode()).isEqualTo(1000);
        assertThat(beyond.events()).isEmpty();
    }

    @Test
    void anAfterThatIsNoNumberClosesWithTheReason() throws Exception {
        String id = Api.start(Script.NORMAL);

        for (String after : List.of("abc", "-1", "1.5", "", "99999999999999999999")) {
            assertThat(watch(id, "?after=" + after).closeCode()).as(after).isEqualTo(4400);
        }
    }

    @Test
    void anUnknownRunClosesWith4404() throws Exception {
        assertThat(watch("nothing", "").closeCode()).isEqualTo(4404);
    }

    @Test
    void aCancelledRunEndsItsStream() throws Exception {
        String id = Api.start(Script.ENDLESS);
        Client client = watch(id, "");
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.types()).endsWith("cancelled");
    }

    @Test
    void waitingRunsAreToldTheirPosition() throws Exception {
        String first = Api.start(Script.ENDLESS);
        Api.awaitState(first, "RUNNING");
        String second = Api.start(Script.ENDLESS);
        String third = Api.start(Script.NORMAL);
        Client client = watch(third, "");
        Api.cancel(second);
        Api.cancel(first);

        assertThat(client.closeCode()).isEqualTo(1000);
        assertThat(client.types()).startsWith("queued", "queued", "started");
        assertThat(client.events().subList(0, 2)).extracting(event -> event.get("position").asInt())
                .containsExactly(2, 1);
    }

    @Test
    void smallMessagesAreIgnored() throws Exception {
        String id = Api.start(Script.ENDLESS);
        Client client = watch(id, "");
        for (int count = 0; count < 5; count++) {
            client.socket.sendText("x".repeat(1024), true).get();
            client.socket.sendBinary(ByteBuffer.allocate(1024), true).get();
        }
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(client.closeCode()).isEqualTo(1000);
    }

    @Test
    void largeMessagesCloseTheConnectionWith1009() throws Exception {
        String id = Api.start(Script.ENDLESS);
        Client justOver = watch(id, "");
        justOver.socket.sendText("x".repeat(1025), true);
        assertThat(justOver.closeCode()).isEqualTo(1009);

        Client text = watch(id, "");
        text.socket.sendText("x".repeat(1_000_000), true);
        assertThat(text.closeCode()).isEqualTo(1009);

        Client binary = watch(id, "");
        binary.socket.sendBinary(ByteBuffer.allocate(1_000_000), true);
        assertThat(binary.closeCode()).isEqualTo(1009);

        Client inParts = watch(id, "");
        for (int part = 0; part < 20; part++) {
            inParts.socket.sendText("x".repeat(100), part == 19).get();
        }
        assertThat(inParts.closeCode()).isEqualTo(1009);

        Client unfinished = watch(id, "");
        unfinished.socket.sendText("x".repeat(2000), false);
        assertThat(unfinished.closeCode()).isEqualTo(1009);

        assertThat(Api.cancel(id)).isEqualTo(204);
    }

    @Test
    void aClientThatNeverReadsIsClosedAndHoldsUpNobody() throws Exception {
        try (Socket sleeper = new Socket()) {
            sleeper.setReceiveBufferSize(4096);
            sleeper.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String id = Api.start(Script.FLOOD);
            handshake(sleeper, id);
            Client reader = watch(id, "");

            assertThat(reader.closeCode()).isEqualTo(1000);
            assertThat(reader.events()).hasSize(60_003);

            Thread.sleep(3_000);
            sleeper.setSoTimeout(20_000);
            assertThat(closeCode(sleeper)).isEqualTo(4408);
        }
    }

    @Test
    void aClientThatGoesAwayHoldsUpNobody() throws Exception {
        String id = Api.start(Script.ENDLESS);
        watch(id, "").socket.abort();
        Client other = watch(id, "");
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(other.closeCode()).isEqualTo(1000);
    }

    private Client watch(String id, String query) throws Exception {
        Client client = new Client();
        String address = "ws://%s:%d/api/runs/%s/events".formatted(server.getHost(), server.getPort(), id);
        URI uri = URI.create(address + query);
        client.socket = CLIENT.newWebSocketBuilder().buildAsync(uri, client).get(20, TimeUnit.SECONDS);
        return client;
    }

    private void handshake(Socket socket, String id) throws IOException {
        socket.getOutputStream().write("""
                GET /api/runs/%s/events HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                \r
                """.formatted(id).getBytes(StandardCharsets.US_ASCII));
    }

    /// Reads the frames that piled up, to the close frame at their end.
    private static int closeCode(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        for (int endOfHead = 0; endOfHead != 0x0d0a0d0a; ) {
            endOfHead = endOfHead << 8 | in.readUnsignedByte();
        }
        while (true) {
            int kind = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] payload = in.readNBytes(length);
            if (kind == 8) {
                return ByteBuffer.wrap(payload).getShort();
            }
        }
    }

    private static final class Client implements WebSocket.Listener {
        private final ObjectMapper json = new ObjectMapper();
        private final StringBuilder part = new StringBuilder();
        private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                try {
                    events.add(json.readTree(part.toString()));
                } catch (IOException problem) {
                    closed.completeExceptionally(problem);
                }
                part.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable problem) {
            closed.completeExceptionally(problem);
        }

        int closeCode() throws Exception {
            return closed.get(60, TimeUnit.SECONDS);
        }

        List<JsonNode> events() {
            return events;
        }

        List<Long> seqs() {
            return events.stream().map(event -> event.get("seq").asLong()).toList();
        }

        List<String> types() {
            return events.stream().map(event -> event.get("type").asText()).toList();
        }
    }
}
