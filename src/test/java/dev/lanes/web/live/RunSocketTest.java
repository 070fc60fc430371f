package dev.lanes.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.Api;
import dev.lanes.web.EventClient;
import dev.lanes.web.FakeWorkerProfile;
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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
@Timeout(90)
class RunSocketTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI server;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void aWatcherGetsEveryEventInOrderAndIsClosedAfterTheLast() throws Exception {
        String id = Api.start(Script.NORMAL);
        EventClient client = watch(id, "");

        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(client.seqs()).isEqualTo(LongStream.rangeClosed(1, 17).boxed().toList());
        assertThat(client.types()).startsWith("queued", "started", "caseStarted", "sample").endsWith("finished");
        assertThat(client.events().get(3).get("phase").asText()).isEqualTo("warmup");
    }

    @Test
    void aLateWatcherGetsTheWholeReplay() throws Exception {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");
        EventClient client = watch(id, "");

        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(client.events()).hasSize(17);
    }

    @Test
    void aWatcherThatComesBackGoesOnWhereItWas() throws Exception {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");

        EventClient client = watch(id, "?after=15");
        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(client.seqs()).containsExactly(16L, 17L);

        EventClient beyond = watch(id, "?after=999");
        assertThat(beyond.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(beyond.events()).isEmpty();
    }

    @Test
    void whoTakesBatchesGetsWhatIsThereInOneFrame() throws Exception {
        String id = Api.start(Script.NORMAL);
        EventClient live = watch(id, "?batch=true");
        assertThat(live.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(live.seqs()).isEqualTo(LongStream.rangeClosed(1, 17).boxed().toList());

        EventClient late = watch(id, "?batch=true&after=3");
        assertThat(late.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(late.frames()).hasSize(1);
        assertThat(late.seqs()).isEqualTo(LongStream.rangeClosed(4, 17).boxed().toList());
    }

    @Test
    void anAfterThatIsNoNumberClosesWithTheReason() throws Exception {
        String id = Api.start(Script.NORMAL);

        for (String after : List.of("abc", "-1", "1.5", "", "99999999999999999999")) {
            assertThat(watch(id, "?after=" + after).closeCode(LIMIT)).as(after).isEqualTo(4400);
        }
    }

    @Test
    void anUnknownRunClosesWith4404() throws Exception {
        assertThat(watch("nothing", "").closeCode(LIMIT)).isEqualTo(4404);
    }

    @Test
    void aCancelledRunEndsItsStream() throws Exception {
        String id = Api.start(Script.ENDLESS);
        EventClient client = watch(id, "");
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(client.types()).endsWith("cancelled");
    }

    @Test
    void waitingRunsAreToldTheirPosition() throws Exception {
        String first = Api.start(Script.ENDLESS);
        Api.awaitState(first, "RUNNING");
        String second = Api.start(Script.ENDLESS);
        String third = Api.start(Script.NORMAL);
        EventClient client = watch(third, "");
        Api.cancel(second);
        Api.cancel(first);

        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
        assertThat(client.types()).startsWith("queued", "queued", "started");
        assertThat(client.events().subList(0, 2)).extracting(event -> event.get("position").asInt())
                .containsExactly(2, 1);
    }

    @Test
    void smallMessagesAreIgnored() throws Exception {
        String id = Api.start(Script.ENDLESS);
        EventClient client = watch(id, "");
        for (int count = 0; count < 5; count++) {
            client.socket().sendText("x".repeat(1024), true).get();
            client.socket().sendBinary(ByteBuffer.allocate(1024), true).get();
        }
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(client.closeCode(LIMIT)).isEqualTo(1000);
    }

    @Test
    void largeMessagesCloseTheConnectionWith1009() throws Exception {
        String id = Api.start(Script.ENDLESS);
        EventClient justOver = watch(id, "");
        justOver.socket().sendText("x".repeat(1025), true);
        assertThat(justOver.closeCode(LIMIT)).isEqualTo(1009);

        EventClient text = watch(id, "");
        text.socket().sendText("x".repeat(1_000_000), true);
        assertThat(text.closeCode(LIMIT)).isEqualTo(1009);

        EventClient binary = watch(id, "");
        binary.socket().sendBinary(ByteBuffer.allocate(1_000_000), true);
        assertThat(binary.closeCode(LIMIT)).isEqualTo(1009);

        EventClient inParts = watch(id, "");
        for (int part = 0; part < 20; part++) {
            inParts.socket().sendText("x".repeat(100), part == 19).get();
        }
        assertThat(inParts.closeCode(LIMIT)).isEqualTo(1009);

        EventClient unfinished = watch(id, "");
        unfinished.socket().sendText("x".repeat(2000), false);
        assertThat(unfinished.closeCode(LIMIT)).isEqualTo(1009);

        assertThat(Api.cancel(id)).isEqualTo(204);
    }

    @Test
    void aClientThatNeverReadsIsClosedAndHoldsUpNobody() throws Exception {
        try (Socket sleeper = new Socket()) {
            sleeper.setReceiveBufferSize(4096);
            sleeper.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String id = Api.start(Script.FLOOD);
            handshake(sleeper, id);
            EventClient reader = watch(id, "");

            assertThat(reader.closeCode(LIMIT)).isEqualTo(1000);
            assertThat(reader.events()).hasSize(40_003);

            Thread.sleep(3_000);
            sleeper.setSoTimeout(20_000);
            assertThat(closeCode(sleeper)).isEqualTo(4408);
        }
    }

    @Test
    void aClientThatGoesAwayHoldsUpNobody() throws Exception {
        String id = Api.start(Script.ENDLESS);
        watch(id, "").socket().abort();
        EventClient other = watch(id, "");
        Api.awaitState(id, "RUNNING");
        Api.cancel(id);

        assertThat(other.closeCode(LIMIT)).isEqualTo(1000);
    }

    private EventClient watch(String id, String query) throws Exception {
        return EventClient.connect(CLIENT, server, "/api/runs/%s/events%s".formatted(id, query));
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
}
