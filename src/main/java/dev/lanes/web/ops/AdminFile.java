package dev.lanes.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The operator's switches: a properties file that is read again while the server runs. `notice` puts a sentence on the
/// page, `read-only = true` keeps everybody from starting runs. Without a file there is neither.
@ApplicationScoped
public class AdminFile {
    private static final System.Logger LOG = System.getLogger(AdminFile.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_NOTICE = 500;

    private final Optional<Path> file;
    private Switches switches = Switches.NONE;
    private long nextLook = System.nanoTime();

    /// @param notice null where there is none
    public record Switches(String notice, boolean readOnly) {
        static final Switches NONE = new Switches(null, false);
    }

    AdminFile(@ConfigProperty(name = "lanes.admin.file") Optional<Path> file) {
        this.file = file;
    }

    /// As they are, or were a second ago. Where the file cannot be read, as they were when it could.
    public synchronized Switches switches() {
        if (file.isPresent() && System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + PAUSE.toNanos();
            Switches read = read(file.get());
            if (!read.equals(switches)) {
                LOG.log(System.Logger.Level.INFO, "Now read-only: {0}; notice: {1}", read.readOnly(), read.notice());
            }
            switches = read;
        }
        return switches;
    }

    private Switches read(Path path) {
        if (!Files.exists(path)) {
            return Switches.NONE;
        }
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(path)) {
            lines.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "The file of lanes.admin.file cannot be read", unreadable);
            return switches;
        }
        String notice = lines.getProperty("notice", "").strip();
        return new Switches(
                notice.isEmpty() ? null : notice.substring(0, Math.min(notice.length(), LONGEST_NOTICE)),
                Boolean.parseBoolean(lines.getProperty("read-only", "false").strip()));
    }
}
