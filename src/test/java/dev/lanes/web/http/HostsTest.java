package dev.lanes.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.run.ServerMode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostsTest {
    private static final Optional<String> LOOPBACK = Optional.of("localhost");

    @Test
    void namesInTheSettingAreKnownInAnySpelling() {
        Hosts hosts = hosts(ServerMode.LOCAL, Optional.of(List.of("Laptop.example", "192.168.0.7", "fe80::7")), LOOPBACK);

        for (String known : List.of("laptop.example", "LAPTOP.example.:8080", "192.168.0.7", "[fe80::7]", "localhost")) {
            assertThat(hosts.strange(request(known, known))).as(known).isEmpty();
        }
        assertThat(hosts.strange(request("evil.example", "evil.example"))).contains("evil.example");
    }

    @Test
    void theAddressThatIsListenedOnIsKnownUnlessItStandsForAll() {
        HttpServerRequest call = request("192.168.0.7:8080", "192.168.0.7:8080");

        assertThat(hosts(ServerMode.LOCAL, Optional.empty(), Optional.of("192.168.0.7")).strange(call)).isEmpty();
        assertThat(hosts(ServerMode.LOCAL, Optional.empty(), Optional.of("0.0.0.0")).strange(call)).isPresent();
        for (String all : List.of("0.0.0.0", "::")) {
            Hosts everywhere = hosts(ServerMode.LOCAL, Optional.empty(), Optional.of(all));
            assertThat(everywhere.strange(request("0.0.0.0", "0.0.0.0"))).isPresent();
            assertThat(everywhere.strange(request("[::]", "[::]"))).isPresent();
        }
    }

    @Test
    void aHostedServerAnswersToAnyNameUntilItIsGivenOne() {
        Optional<List<String>> demo = Optional.of(List.of("demo.example.org"));
        HttpServerRequest other = request("other.example.org", "other.example.org");

        assertThat(hosts(ServerMode.HOSTED, Optional.empty(), LOOPBACK).strange(other)).isEmpty();
        assertThat(hosts(ServerMode.HOSTED, demo, LOOPBACK).strange(other)).contains("other.example.org");
        assertThat(hosts(ServerMode.HOSTED, demo, LOOPBACK).strange(request("localhost", "demo.example.org"))).isEmpty();
    }

    @Test
    void whatAProxySaysHidesNoStrangeName() {
        Hosts hosts = hosts(ServerMode.HOSTED, Optional.of(List.of("demo.example.org")), LOOPBACK);

        assertThat(hosts.strange(request("evil.example", "demo.example.org"))).contains("evil.example");
        assertThat(hosts.strange(request("localhost", "evil.example"))).contains("evil.example");
    }

    @Test
    void whatNoTrustedProxySaysIsNotHeard() {
        Hosts local = hosts(ServerMode.LOCAL, Optional.of(List.of("laptop.example")), LOOPBACK);

        assertThat(local.site(request("laptop.example:8080", "evil.example"))).endsWith("://laptop.example:8080");
    }

    private static Hosts hosts(ServerMode mode, Optional<List<String>> named, Optional<String> bound) {
        return new Hosts(new Clients(mode == ServerMode.HOSTED, 1), mode, named, bound);
    }

    /// @param itself the host in the request
    /// @param told the host that a proxy tells, which is trusted by a server that trusts any
    private static HttpServerRequest request(String itself, String told) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HostsTest.class.getClassLoader(), new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "authority" -> HostAndPort.parseAuthority(itself, -1);
                    case "scheme" -> "http";
                    case "getHeader" -> switch (arguments[0].toString()) {
                        case "X-Forwarded-Host" -> told;
                        case "X-Forwarded-Trusted-Proxy" -> "true";
                        default -> null;
                    };
                    default -> throw new AssertionError(method);
                });
    }
}
