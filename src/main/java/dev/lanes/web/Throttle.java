package dev.lanes.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Lets a burst of requests for runs through, then only a few a second. All callers share one bucket, as they share one
/// machine.
@ApplicationScoped
class Throttle {
    private final Bucket bucket;

    Throttle(WebConfig config) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(config.burst())
                        .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /// @throws ProblemException with status 429 where there were too many
    void enter() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new ProblemException(
                    Problem.of(429, "Too many requests for runs; come back in " + seconds + " s."), seconds);
        }
    }
}
