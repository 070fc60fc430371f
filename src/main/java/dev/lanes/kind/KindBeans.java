package dev.lanes.kind;

import dev.lanes.process.MachineProbe;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.RunDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The kind of this machine.
@ApplicationScoped
class KindBeans {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    @Produces
    @Singleton
    LocalKind local(
            RunDesk desk, MachineProbe probe, MachineCeilings ceilings,
            @ConfigProperty(name = "lanes.machine.kind") Optional<String> kind,
            @ConfigProperty(name = "lanes.machine.label") Optional<String> label,
            @ConfigProperty(name = "lanes.machine.name") Optional<String> name)
            throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        String architecture = System.getProperty("os.arch").replace("amd64", "x86_64");
        return new LocalKind(
                kind.orElse(processors + "-" + architecture),
                label.orElse("%s, %s".formatted(
                        processors == 1 ? "1 processor" : processors + " processors", family(architecture))),
                name.isPresent() ? name.get() : hostName(), desk, probe, ceilings);
    }

    private static String family(String architecture) {
        return switch (architecture) {
            case "x86_64" -> "x86";
            case "aarch64" -> "ARM";
            default -> architecture;
        };
    }

    /// The JDK would ask the network for it, which may take seconds.
    private static String hostName() throws IOException {
        return Files.isReadable(HOST_NAME)
                ? Files.readString(HOST_NAME).strip()
                : InetAddress.getLocalHost().getHostName();
    }
}
