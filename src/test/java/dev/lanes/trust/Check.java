package dev.lanes.trust;

/// One of the cross-checks.
interface Check {
    Line run(PackagedServer server, Scale scale) throws Exception;
}
