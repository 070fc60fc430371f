package dev.lanes.web.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells visitors apart by their address, and an address of version 6 by the network that a household or a host has
/// of its own.
///
/// Behind trusted proxies the address is the one that the outermost of them saw. It is counted from the right of
/// `X-Forwarded-For`: what stands further left, a client may have written itself.
@Singleton
public record Clients(
        @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                boolean behindProxies,
        @ConfigProperty(name = "lanes.web.proxies", defaultValue = "1") int proxies) {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String BY_TRUSTED_PROXY = "X-Forwarded-Trusted-Proxy";
    private static final AttributeKey<String> CLIENT = AttributeKey.valueOf("lanes.client");
    private static final int BYTES_OF_A_NETWORK = 8;
    private static final int LONGEST_NAME = 60;

    /// The client's name, such as `192.0.2.7` or `2001:db8:0:1::/64`; remembered for the connection's WebSocket.
    public String of(HttpServerRequest request) {
        String client = network(address(request));
        ((ConnectionBase) request.connection()).channelHandlerContext().channel().attr(CLIENT).set(client);
        return client;
    }

    /// The client whose request opened the WebSocket.
    public static String of(Channel channel) {
        return channel.attr(CLIENT).get();
    }

    /// Whether the call comes from this machine or from a private network, and through no proxy that says otherwise.
    boolean near(HttpServerRequest request) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(address(request));
        return address != null
                && (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                        || uniqueLocal(address));
    }

    /// Whether what the headers of proxies say can be believed.
    boolean throughTrustedProxy(HttpServerRequest request) {
        return behindProxies && "true".equals(request.getHeader(BY_TRUSTED_PROXY));
    }

    /// What version 6 has in the place of private networks: `fc00::/7`.
    private static boolean uniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    private String address(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        if (throughTrustedProxy(request)) {
            List<String> hops = request.headers().getAll(FORWARDED_FOR).stream()
                    .flatMap(header -> Arrays.stream(header.split(",")))
                    .map(String::strip)
                    .toList();
            if (!hops.isEmpty()) {
                return withoutPort(hops.get(Math.max(0, hops.size() - proxies)));
            }
        }
        return remote == null ? "" : remote.hostAddress() == null ? remote.host() : remote.hostAddress();
    }

    /// Proxies write `192.0.2.7:4711` and `[2001:db8::1]:4711`, too.
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static String network(String address) {
        InetAddress known = NetUtil.createInetAddressFromIpAddressString(address);
        if (known instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(known.getAddress(), BYTES_OF_A_NETWORK), 16);
            return NetUtil.bytesToIpAddress(network) + "/64";
        }
        return address.length() <= LONGEST_NAME ? address : address.substring(0, LONGEST_NAME);
    }
}
