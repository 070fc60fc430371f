package dev.lanes.trust;

/// One of the cross-checks.
interface Check {
    /// As in the first column of the table.
    String name();

    Line run(PackagedServer server, Scale scale) throws Exception;
}
