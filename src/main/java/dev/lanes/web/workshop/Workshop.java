package dev.lanes.web.workshop;

import dev.lanes.run.ServerMode;
import io.netty.util.NetUtil;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether this server compiles and runs code that its visitor has edited, and the token that such calls need. Only a
/// local server that no other machine reaches does: in dev mode by itself, else if `lanes.workshop` says so.
@ApplicationScoped
public class Workshop {
    static final String SETTING = "lanes.workshop";
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final int AFTER_THE_SETTINGS = 2;
    private static final int TOKEN_BYTES = 24;

    private final Optional<String> closedBecause;
    private final String host;
    private final String token;

    Workshop(
            ServerMode mode,
            @ConfigProperty(name = SETTING) Optional<Boolean> wanted,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "lanes.engine.url") Optional<String> engine) {
        this.host = host;
        closedBecause = closed(mode, engine.isPresent(), wanted, host, LaunchMode.current() == LaunchMode.DEVELOPMENT)
                .or(() -> ToolProvider.getSystemJavaCompiler() == null
                        ? Optional.of("this Java has no compiler: start Lanes with a JDK")
                        : Optional.empty());
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// Why code cannot be edited, as the end of a sentence; empty if it can.
    ///
    /// @throws ConfigurationException if it is asked for on a server that must not do it
    ///
    /// @param shared whether other servers take part in its runs
    static Optional<String> closed(
            ServerMode mode, boolean shared, Optional<Boolean> wanted, String host, boolean devMode) {
        boolean asked = wanted.orElse(false);
        if (asked && mode == ServerMode.HOSTED) {
            throw new ConfigurationException(
                    SETTING + "=true lets visitors run their own code, so it cannot be set on a hosted server");
        }
        if (asked && shared) {
            // What it compiled would run on other machines.
            throw new ConfigurationException(
                    SETTING + "=true takes a server that works alone; lanes.engine.url has others take part in its runs");
        }
        if (asked && !isLoopback(host)) {
            throw new ConfigurationException(
                    "%s=true takes a server that no other machine reaches; quarkus.http.host is %s".formatted(
                            SETTING, host));
        }
        return mode == ServerMode.HOSTED ? Optional.of("this server is for many visitors")
                : shared ? Optional.of("this server is one of several")
                : !isLoopback(host) ? Optional.of("other machines may reach this server")
                : asked || devMode && wanted.isEmpty() ? Optional.empty()
                : Optional.of("it was started without -D" + SETTING + "=true");
    }

    /// Whether the name or address leads to this machine alone.
    static boolean isLoopback(String name) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(name);
        return address == null ? name.equalsIgnoreCase("localhost") : address.isLoopbackAddress();
    }

    void tellAtStart(
            @Observes @Priority(AFTER_THE_SETTINGS) StartupEvent event,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        if (isOpen()) {
            LOG.log(System.Logger.Level.INFO, "Code can be edited at http://{0}:{1}; scripts send {2}: {3}",
                    host, String.valueOf(port), WorkshopGate.TOKEN, token);
        }
    }

    public boolean isOpen() {
        return closedBecause.isEmpty();
    }

    Optional<String> closedBecause() {
        return closedBecause;
    }

    String token() {
        return token;
    }
}
