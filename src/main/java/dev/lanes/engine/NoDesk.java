package dev.lanes.engine;

import dev.lanes.plan.PlannedRun;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import java.util.Optional;
import java.util.function.Supplier;

/// The desk of a server that measures the runs of others and takes none itself.
///
/// @param machine empty until it begins
record NoDesk(Supplier<Optional<Measuring>> machine) implements RunDesk {

    @Override
    public Submission submit(PlannedRun planned, String visitor) {
        return new Submission.Full(1);
    }

    @Override
    public Optional<RunLog> find(String id) {
        return Optional.empty();
    }

    @Override
    public Cancelling cancel(String id, String visitor) {
        return Cancelling.UNKNOWN;
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public boolean busy() {
        return machine.get().filter(Measuring::measures).isPresent();
    }

    @Override
    public boolean working() {
        return machine.get().filter(Measuring::working).isPresent();
    }

    @Override
    public Optional<String> trouble() {
        return machine.get().flatMap(Measuring::trouble);
    }

    @Override
    public void close() {}
}
