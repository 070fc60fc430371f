package dev.lanes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.data.DataFolder;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ceilings of every machine and JVM that they were measured with, in the file `ceilings.json` of the data folder.
///
/// Where the folder cannot be read or written, nothing is known and nothing kept: they are measured at each start.
final class CeilingFile {
    private static final System.Logger LOG = System.getLogger(CeilingFile.class.getName());
    private static final String NAME = "ceilings.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Counts the ways that ceilings were measured in: those of an earlier way are not comparable.
    private static final int WAY = 4;

    private final DataFolder folder;
    private boolean complained;

    CeilingFile(DataFolder folder) {
        this.folder = folder;
    }

    /// What the ceilings depend on.
    static String key(Machine machine) {
        String caches = machine.caches().stream()
                .map(cache -> "L%s %s %s".formatted(cache.level(), cache.kind(), cache.bytes()))
                .collect(Collectors.joining(", "));
        return "%s | %s | %s of %s cores | %s bits | %s | %s %s | %s".formatted(
                WAY, machine.cpuModel(), machine.cores(), machine.logicalCores(), machine.simdBits(), caches,
                machine.jvmName(), machine.javaVersion(), machine.jit());
    }

    Optional<Ceilings> find(Machine machine) {
        return Optional.ofNullable(all().get(key(machine)));
    }

    /// Adds them to the file; says in the log, once, where that cannot be done.
    void keep(Machine machine, Ceilings ceilings) {
        Map<String, Ceilings> all = all();
        all.put(key(machine), ceilings);
        try {
            Path file = folder.resolve(NAME);
            Path whole = Files.createTempFile(folder.path(), NAME, null);
            try {
                JSON.writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), all);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException unwritable) {
            complain("The ceilings of this machine cannot be kept, and are measured at each start: " + unwritable);
        }
    }

    private Map<String, Ceilings> all() {
        Path file = folder.path().resolve(NAME);
        try {
            return JSON.readValue(Files.readAllBytes(file),
                    JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Ceilings.class));
        } catch (NoSuchFileException none) {
            return new LinkedHashMap<>();
        } catch (JsonProcessingException garbage) {
            complain(file + " is not understood and will be written again: " + garbage.getOriginalMessage());
        } catch (IOException unreadable) {
            complain("The ceilings of this machine cannot be read: " + unreadable);
        }
        return new LinkedHashMap<>();
    }

    private synchronized void complain(String text) {
        if (!complained) {
            complained = true;
            LOG.log(System.Logger.Level.WARNING, text);
        }
    }
}
