package dev.lanes.worker.timeline;

import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a fork leaves what the flight recorder saw of its case: a file in the folder of the run, since JMH brings home
/// nothing but numbers.
public record TimelineFile(Path path, Plan.Case one) {

    /// Every pooled case is watched once, in its first fork.
    public static Optional<TimelineFile> of(Plan.Case one, int round) {
        return one.pool() == Plan.Pool.SEQUENTIAL || round > 1
                ? Optional.empty()
                : Optional.of(new TimelineFile(
                        Path.of(System.getProperty("java.io.tmpdir"), one.key().replace('/', '-') + ".jfr"), one));
    }

    /// The timeline; its file is removed from the folder. Empty where the fork could not watch itself.
    public Optional<Operation> take() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String lane = one.pool() == Plan.Pool.VIRTUAL ? "carrier" : "worker";
            Operation operation = LaneFold.fold(Watched.read(path), one.workers(), lane);
            Files.delete(path);
            return Optional.of(SegmentLimit.apply(operation));
        } catch (IOException problem) {
            throw new UncheckedIOException("The timeline cannot be read", problem);
        }
    }
}
