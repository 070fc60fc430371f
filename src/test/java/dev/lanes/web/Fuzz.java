package dev.lanes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Requests of every shape to every route: whatever they are, the server answers, and never with an error of its own.
/// A request is made of a seed and its number alone, so that one that found something can be made again. More of them:
/// `-Dfuzz.requests=10000 -Dfuzz.seed=7`.
final class Fuzz {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1000);
    private static final long SEED = Long.getLong("fuzz.seed", 42);
    private static final int AT_ONCE = 8;

    private static final String[] METHODS = {
        "GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "DELETE", "PATCH", "OPTIONS", "TRACE",
        "CONNECT", "PROPFIND", "get", "X"
    };
    private static final String[] PATHS = {
        "/", "/index.html", "/embed.html", "/r", "/r/", "/r/aaaaaaaaaaaaaaaa", "/embed/aaaaaaaaaaaaaaaa", "/embed",
        "/js/main.js", "/css/tokens.css", "/_static/lit/index.js", "/webjars/lit", "/favicon.svg", "/api", "/api/",
        "/api/sections", "/api/sections/3", "/api/experiments", "/api/experiments/scripted",
        "/api/experiments/scripted/picture.png", "/api/machine", "/api/machine/ceilings", "/api/site", "/api/runs",
        "/api/glossary", "/api/qr.svg",
        "/api/runs/nothing", "/api/runs/nothing/events", "/api/runs/nothing/jmh.json", "/api/runs/nothing/result",
        "/api/results", "/api/results/jmh.json", "/api/results/aaaaaaaaaaaaaaaa",
        "/api/results/aaaaaaaaaaaaaaaa/picture.png",
        "/api/recorded", "/api/recorded/sample/scripted", "/q", "/q/", "/q/health", "/q/health/ready",
        "/q/metrics", "/q/openapi", "/q/dev-ui", "*", "http://localhost/api/site", "//", "/guide/pictures/lanes.svg"
    };
    private static final String[] PIECES = {
        ".", "..", "...", "/", "//", "%", "%2", "%2e%2e%2f", "%00", "%zz", "%ff", "%C3%28", "%F0%9F%98%80", "+", "%2B", "=",
        "==", "&", "&&", "?", "#", ";", ";a=b", "'", "\"", "%22", "<script>", "%3Cscript%3E", "{", "}", "[", "]", "[0]", "\\",
        "%5c", "|", "^", "`", "~", "*", "$", "{id}", "${x}", "#{x}", ":", "@", "!", ",", "\u00e9", "\u0131", "a".repeat(300),
        "9".repeat(40), "-1", "0", "1e400", "NaN", "null", "true", "undefined", "aaaaaaaaaaaaaaaa", "scripted"
    };
    private static final String[] NAMES = {
        "v", "at", "section", "scripted.param.size", "scripted", "experiment", "machine", "from", "to", "state", "page",
        "size", "after", "theme", "x", "", ".", "..", "a.", ".a"
    };
    private static final String[] VALUES = {
        "1", "0", "-1", "20", "101", "9999999999", "99999999999999999999", "2026-01-01", "2026-13-45", "2026-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z", "-1000000000-01-01", "+999999999-12-31", "FINISHED", "finished", "", "scripted",
        "nothing", "1.5"
    };
    private static final String[] HOSTS = {
        "localhost:8080", "127.0.0.1", "[::1]:1", "LOCALHOST.",
        "evil.example", "", " ", "a%20b", "%", "a b", "localhost:99999", "localhost:", ":80", "[::1", "[]", "\u00e9", "null"
    };
    private static final String[] HEADERS = {
        "Origin: null", "Origin: https://evil.example", "Origin: http://localhost", "Origin: %", "Origin: http://a%20b",
        "Origin: http://[::1", "Accept: text/html", "Accept: */*", "Accept: x", "Accept: ;", "Accept: application/json;q=2",
        "Accept: a/b/c", "Accept-Encoding: gzip", "Accept-Encoding: br, *;q=0", "Accept-Language: \u00e9",
        "Accept-Charset: x", "Range: bytes=0-1", "Range: bytes=9-1", "Range: bytes=99999999-", "Range: x",
        "If-Modified-Since: yesterday", "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "If-None-Match: *",
        "Content-Type: application/json", "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/json; charset=x", "Content-Type: text/plain", "Content-Type: ;", "Content-Type: x",
        "Content-Type: multipart/form-data", "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/x-www-form-urlencoded", "Content-Encoding: gzip", "Expect: 100-continue", "Expect: x",
        "Authorization: Bearer x", "Authorization: Bearer", "Authorization: Basic %", "Cookie: =;a", "Cookie: a=b",
        "X-Forwarded-For: %", "X-Forwarded-For: ,", "X-Forwarded-For: [", "X-Forwarded-Host: a%20b",
        "X-Forwarded-Host: ,", "X-Forwarded-Host: evil.example:x", "X-Forwarded-Port: x", "X-Forwarded-Port: 99999999999",
        "X-Forwarded-Port: 99999", "X-Forwarded-Proto: x", "X-Forwarded-Proto: ,", "X-Forwarded-Prefix: ..",
        "Forwarded: for=", "Forwarded: host=", "X-HTTP-Method-Override: DELETE", "Upgrade: h2c", "Upgrade: websocket",
        "Connection: Upgrade", "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 1",
        "Sec-WebSocket-Protocol: ,", "Sec-WebSocket-Extensions: permessage-deflate; x", "Transfer-Encoding: x"
    };
    private static final String[] BODIES = {
        "", "{}", "[]", "null", "{", "\"", "{\"experiment\": \"nothing\"}", "{\"experiment\": \"scripted\", \"effort\": 7}",
        "{\"run\": \"nothing\"}", "{\"run\": 7}", "{\"run\": null}", "\u0000", "\u00ff\u00fe{", "\u00ef\u00bb\u00bf{}",
        "{\"experiment\": \"\\ud800\"}", "[".repeat(2000), "x=y", "--x\r\nContent-Disposition: form-data\r\n\r\n--x--"
    };

    private final URI server;
    private final String visitors;

    /// @param visitors how a header with a client's address begins; each request is then another client's
    Fuzz(URI server, String visitors) {
        this.server = server;
        this.visitors = visitors;
    }

    /// Sends them all and fails with each that was not answered as it should.
    void send() throws InterruptedException {
        List<String> found = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int number = 0; number < REQUESTS; number++) {
                byte[] request = request(number);
                clients.execute(() -> {
                    String fault = faultOfAnswerTo(request);
                    if (!fault.isEmpty()) {
                        found.add(fault + " after\n" + new String(request, StandardCharsets.ISO_8859_1));
                    }
                });
            }
        }
        assertThat(found).isEmpty();
    }

    private String faultOfAnswerTo(byte[] request) {
        try {
            String head = Wire.head(server, request);
            if (!head.startsWith("HTTP/1.")) {
                return "no answer";
            }
            int status = Integer.parseInt(head.split(" ")[1].strip());
            return status >= 500 ? head.lines().findFirst().orElseThrow() : "";
        } catch (IOException problem) {
            return problem.toString();
        }
    }

    private byte[] request(int number) {
        Random random = new Random(SEED * 1_000_003 + number);
        // Neighbouring seeds begin alike.
        random.nextLong();
        String body = random.nextInt(2) == 0 ? any(random, BODIES) : "";
        StringBuilder head = new StringBuilder()
                .append(any(random, METHODS)).append(' ').append(target(random)).append(' ')
                .append(random.nextInt(20) == 0 ? "HTTP/1.0" : "HTTP/1.1").append("\r\n");
        if (random.nextInt(20) > 0) {
            head.append("Host: ").append(random.nextInt(3) > 0 ? "localhost" : any(random, HOSTS)).append("\r\n");
        }
        for (int header = random.nextInt(5); header > 0; header--) {
            head.append(any(random, HEADERS)).append("\r\n");
        }
        if (!visitors.isEmpty()) {
            head.append(visitors).append(number >> 8 & 0xff).append('.').append(number & 0xff).append("\r\n");
        }
        if (!body.isEmpty()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1));
        return request.toByteArray();
    }

    private static String target(Random random) {
        StringBuilder target = new StringBuilder(any(random, PATHS));
        for (int piece = random.nextInt(3); piece > 0; piece--) {
            target.insert(random.nextInt(target.length() + 1), any(random, PIECES));
        }
        int parameters = random.nextInt(4);
        for (int one = 0; one < parameters; one++) {
            target.append(one == 0 ? '?' : '&').append(any(random, NAMES));
            if (random.nextInt(5) > 0) {
                target.append('=').append(random.nextInt(3) == 0 ? any(random, PIECES) : any(random, VALUES));
            }
        }
        return target.toString();
    }

    private static String any(Random random, String[] all) {
        return all[random.nextInt(all.length)];
    }
}
