package dev.lanes.plan;

import dev.lanes.event.EffortLevel;
import java.util.List;
import java.util.Map;

/// What servers offer in tests.
public final class Offers {
    public static final Offer EVERYTHING =
            new Offer(List.of(EffortLevel.values()), Map.of(), Limits.UNLIMITED, Long.MAX_VALUE);

    private Offers() {}
}
