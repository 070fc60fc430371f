package dev.lanes.web.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// A bucket of permits for each client. Only the clients seen last are remembered, so that many addresses fill no
/// memory; a client that is forgotten begins with a full bucket.
final class ClientBuckets {
    private static final int REMEMBERED = 10_000;

    private final Bandwidth limit;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    private ClientBuckets(Bandwidth limit) {
        this.limit = limit;
    }

    /// @param burst how many permits a bucket holds; 0 where every client may do as it likes
    /// @param refill how many come back in each `period`
    static ClientBuckets of(int burst, int refill, Duration period) {
        return new ClientBuckets(
                burst == 0 ? null : Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build());
    }

    /// How many seconds the client has to wait; empty where it need not.
    OptionalLong waitOf(String client) {
        if (limit == null) {
            return OptionalLong.empty();
        }
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(client, one -> Bucket.builder().addLimit(limit).build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }
}
