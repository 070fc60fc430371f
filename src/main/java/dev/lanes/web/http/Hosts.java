package dev.lanes.web.http;

import dev.lanes.run.ServerMode;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The names that this server answers to. A page can have its own name lead to this machine (DNS rebinding); for the
/// browser it then is a page of this server, and only the `Host` of its calls tells them apart. A local server
/// therefore answers to `localhost`, to the address it listens on, and to the names in `lanes.web.hosts`. A hosted
/// server answers to any name, as everyone may call it anyway, unless that setting narrows it.
@ApplicationScoped
public class Hosts {
    public static final String SETTING = "lanes.web.hosts";

    private static final int NO_PORT = -1;
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){0,8}/?");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", normal("::"));

    private final Clients clients;
    private final boolean any;
    private final Set<String> names;

    Hosts(
            Clients clients,
            ServerMode mode,
            @ConfigProperty(name = SETTING) Optional<List<String>> named,
            @ConfigProperty(name = "quarkus.http.host") Optional<String> bound) {
        this.clients = clients;
        any = mode == ServerMode.HOSTED && named.isEmpty();
        names = Stream.of(THIS_MACHINE, named.orElse(List.of()), bound.stream().toList())
                .flatMap(List::stream)
                .map(name -> normal(name.strip()))
                .filter(name -> !EVERY_ADDRESS.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the request names one host that can be read, or none, as HTTP/1.0 allows and no browser does.
    boolean readable(HttpServerRequest request) {
        int headers = request.headers().getAll(HttpHeaders.HOST).size();
        return headers == 0 || headers == 1 && request.authority() != null;
    }

    /// A name that was asked for and that this server does not answer to. The name in the request itself counts as well
    /// as the one that a proxy tells: a page may write such a header, too.
    Optional<String> strange(HttpServerRequest request) {
        return any
                ? Optional.empty()
                : asked(request).map(HostAndPort::host).filter(name -> !names.contains(normal(name))).findFirst();
    }

    /// The hosts that the request is for: the one in the request itself, then the one that a trusted proxy tells.
    Stream<HostAndPort> asked(HttpServerRequest request) {
        return Stream.concat(Stream.ofNullable(request.authority()), told(request).stream());
    }

    /// The start of an address of this server as the browser has it, such as `https://demo.example.org:8443/demo`;
    /// without a host if the request names none, and without the path that a proxy has stripped unless the proxy tells
    /// it.
    public String site(HttpServerRequest request) {
        String scheme = toldFirst(request, "X-Forwarded-Proto").filter(List.of("http", "https")::contains)
                .orElse(request.scheme());
        int usual = scheme.equals("https") ? 443 : 80;
        return browsers(request)
                .map(host -> scheme + "://" + (host.port() == usual ? host.host() : host))
                .orElse("")
                + prefix(request);
    }

    /// The client that wrote it gets it back, so nobody has to be trusted for it.
    private static String prefix(HttpServerRequest request) {
        String prefix = request.getHeader("X-Forwarded-Prefix");
        return prefix != null && PREFIX.matcher(prefix).matches() ? prefix.replaceFirst("/$", "") : "";
    }

    /// The host as the browser has it, as far as that is known.
    public Optional<HostAndPort> browsers(HttpServerRequest request) {
        return told(request).or(() -> Optional.ofNullable(request.authority()));
    }

    private Optional<HostAndPort> told(HttpServerRequest request) {
        Optional<HostAndPort> host = toldFirst(request, "X-Forwarded-Host")
                .map(text -> HostAndPort.parseAuthority(text, NO_PORT));
        Optional<Integer> port = toldFirst(request, "X-Forwarded-Port")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf);
        return host.or(() -> port.map(known -> request.authority()))
                .map(known -> known.port() < 0 && port.isPresent()
                        ? HostAndPort.create(known.host(), port.get())
                        : known);
    }

    /// What the first of several proxies wrote there.
    private Optional<String> toldFirst(HttpServerRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .filter(text -> clients.throughTrustedProxy(request))
                .map(text -> text.split(",", 2)[0].strip());
    }

    /// One text for all spellings of a host: case, a last dot, brackets, and zeros of an IPv6 address.
    static String normal(String host) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
        if (address != null) {
            return address.getHostAddress();
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
