package dev.lanes.worker;

import dev.lanes.event.EventLine;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a fork leaves the timeline of its case: a file in the folder of the run, since JMH brings home nothing but
/// numbers.
record TimelineFile(Path path) {

    /// Every pooled case is watched once, in its first fork.
    static Optional<TimelineFile> of(Plan.Case one, int round) {
        return one.pool() == Plan.Pool.SEQUENTIAL || round > 1
                ? Optional.empty()
                : Optional.of(new TimelineFile(Path.of(
                        System.getProperty("java.io.tmpdir"), one.key().replace('/', '-') + ".timeline.json")));
    }

    void leave(Operation operation) throws IOException {
        Files.writeString(path, EventLine.write(operation));
    }

    /// The timeline, which is removed from the folder; empty where the fork could not watch itself.
    Optional<Operation> take() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Operation operation = EventLine.readOperation(Files.readString(path));
            Files.delete(path);
            return Optional.of(operation);
        } catch (IOException problem) {
            throw new UncheckedIOException("The timeline cannot be read", problem);
        }
    }
}
