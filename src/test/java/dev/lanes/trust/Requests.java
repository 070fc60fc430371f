package dev.lanes.trust;

/// What the checks ask the server to measure.
final class Requests {
    private Requests() {}

    static String rowVsColumn(Scale scale) {
        return ("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": %d}, "
                        + "\"variants\": [\"by-columns\", \"by-rows\"], \"effort\": \"%s\"}")
                .formatted(scale.size(), scale.effort().id());
    }

    static String chunksOnPlatformThreads(Scale scale, int workers) {
        return ("{\"experiment\": \"neural-batch\", \"params\": {\"passes\": 1024}, "
                        + "\"variants\": [\"sequential\", \"chunk-per-worker\"], \"pools\": [\"platform\"], "
                        + "\"workers\": [%d], \"effort\": \"%s\"}")
                .formatted(workers, scale.effort().id());
    }
}
