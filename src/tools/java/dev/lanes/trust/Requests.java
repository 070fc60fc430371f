package dev.lanes.trust;

/// What the checks ask the server to measure.
final class Requests {
    private Requests() {}

    static String rowVsColumn(Scale scale) {
        return ("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": %d}, "
                        + "\"variants\": [\"by-columns\", \"by-rows\"], \"effort\": \"%s\"}")
                .formatted(scale.size(), scale.effort().id());
    }

    /// Tasks that compute and touch next to no memory, at quick effort.
    static String tasksOnPlatformThreads(int workers) {
        return ("{\"experiment\": \"too-many-threads\", \"params\": {\"kind\": 0, \"numbers\": 2000}, "
                        + "\"variants\": [\"shared-out\"], \"pools\": [\"platform\"], "
                        + "\"workers\": [%d], \"effort\": \"quick\"}")
                .formatted(workers);
    }
}
