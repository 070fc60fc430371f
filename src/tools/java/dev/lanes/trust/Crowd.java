package dev.lanes.trust;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Many watchers of one run on one thread, so that they cost little beside the servers that they watch. They speak as
/// much of WebSocket as they hear: whole frames of text, pings, the end.
final class Crowd implements AutoCloseable {
    private static final int USUAL_BYTES = 16 << 10;
    private static final int PATIENCE_SECONDS = 120;
    private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};
    private static final String EVENT = "{\"seq\":";
    private static final String AT = "\"at\":\"";

    private final Selector selector = Selector.open();
    private final List<Member> members = new ArrayList<>();
    /// When an event happened, by its number, in milliseconds since 1970.
    private long[] happened = new long[1024];

    Crowd() throws IOException {
        Thread.ofPlatform().daemon().name("crowd").start(this::read);
    }

    /// Lets so many more watch the run, in batches as the page does.
    void join(PackagedServer server, String run, int count) throws IOException {
        URI events = server.uri("ws", run + "/events?batch=true");
        for (int one = 0; one < count; one++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(events.getHost(), events.getPort()));
            channel.write(ByteBuffer.wrap("""
                    GET %s?%s HTTP/1.1\r
                    Host: %s:%d\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                    \r
                    """.formatted(events.getPath(), events.getQuery(), events.getHost(), events.getPort())
                    .getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            Member member = new Member(channel);
            members.add(member);
            channel.register(selector, SelectionKey.OP_READ, member);
            selector.wakeup();
        }
    }

    /// How long after it happened each sample came to each of them, in ms, without those from before they joined.
    ///
    /// @param last the number of the run's last event
    /// @throws IOException if one of them missed any
    List<Long> delays(long last) throws Exception {
        List<Long> all = new ArrayList<>();
        for (Member member : members) {
            if (member.whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS) != last) {
                throw new IOException("A watcher missed an event");
            }
            all.addAll(member.delays);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.channel.close();
        }
        selector.close();
    }

    private void read() {
        while (selector.isOpen()) {
            try {
                selector.select(key -> ((Member) key.attachment()).read());
            } catch (ClosedSelectorException closed) {
                return;
            } catch (IOException broken) {
                members.forEach(member -> member.whole.completeExceptionally(broken));
            }
        }
    }

    private final class Member {
        /// The number of the last event, if there was no gap before; -1 otherwise.
        private final CompletableFuture<Long> whole = new CompletableFuture<>();
        private final List<Long> delays = new ArrayList<>();
        private final long joined = System.currentTimeMillis();
        private final SocketChannel channel;
        private ByteBuffer received = ByteBuffer.allocate(USUAL_BYTES);
        private boolean upgraded;
        private long last;
        private boolean gap;

        private Member(SocketChannel channel) {
            this.channel = channel;
        }

        private void read() {
            try {
                if (!received.hasRemaining()) {
                    received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
                }
                if (channel.read(received) < 0) {
                    end();
                    return;
                }
                received.flip();
                if (!upgraded) {
                    upgrade();
                }
                while (upgraded && frame()) {}
                received.compact();
            } catch (IOException | RuntimeException broken) {
                whole.completeExceptionally(broken);
                end();
            }
        }

        private void upgrade() throws IOException {
            String head = new String(received.array(), 0, received.limit(), StandardCharsets.ISO_8859_1);
            int end = head.indexOf("\r\n\r\n");
            if (end >= 0) {
                if (!head.startsWith("HTTP/1.1 101")) {
                    throw new IOException(head);
                }
                received.position(end + 4);
                upgraded = true;
            }
        }

        /// Takes a frame, if all of it is there.
        private boolean frame() throws IOException {
            int begin = received.position();
            int there = received.remaining();
            int word = there < 2 ? 0 : received.get(begin + 1) & 127;
            int head = word < 126 ? 2 : word == 126 ? 4 : 10;
            if (there < head) {
                return false;
            }
            int length = switch (head) {
                case 2 -> word;
                case 4 -> received.getShort(begin + 2) & 0xFFFF;
                default -> Math.toIntExact(received.getLong(begin + 2));
            };
            if (there < head + length) {
                return false;
            }
            switch (received.get(begin)) {
                case (byte) 0x81 -> text(
                        new String(received.array(), begin + head, length, StandardCharsets.ISO_8859_1));
                case (byte) 0x88 -> end();
                case (byte) 0x89 -> channel.write(ByteBuffer.wrap(PONG));
                default -> throw new IOException("An unexpected frame");
            }
            received.position(begin + head + length);
            return true;
        }

        private void text(String events) {
            long now = System.currentTimeMillis();
            for (int at = events.indexOf(EVENT); at >= 0; at = events.indexOf(EVENT, at + 1)) {
                int begin = at + EVENT.length();
                int comma = events.indexOf(',', begin);
                long seq = Long.parseLong(events, begin, comma, 10);
                gap |= seq != ++last;
                int moment = events.indexOf(AT, comma) + AT.length();
                if (events.startsWith("\"type\":\"sample\"", events.indexOf(',', moment) + 1)) {
                    long then = happened((int) seq, events, moment);
                    if (then > joined) {
                        delays.add(now - then);
                    }
                }
            }
        }

        private void end() {
            whole.complete(gap ? -1 : last);
            try {
                channel.close();
            } catch (IOException gone) {
                whole.completeExceptionally(gone);
            }
        }
    }

    private long happened(int seq, String events, int begin) {
        if (seq >= happened.length) {
            happened = Arrays.copyOf(happened, 2 * seq);
        }
        if (happened[seq] == 0) {
            happened[seq] = Instant.parse(events.substring(begin, events.indexOf('"', begin))).toEpochMilli();
        }
        return happened[seq];
    }
}
