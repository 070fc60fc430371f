package dev.lanes.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The engine's keys of one kind of machines that run one build. What is in braces keeps them in one slot.
///
/// @param tag the kind, and the first digits of the build
record Keys(String tag) {
    /// A hash of the tags there are, each with what [EngineKinds] needs to know of it.
    static final String KINDS = "lanes:kinds";
    /// What is known of visitors, whatever the kind.
    static final Keys VISITORS = new Keys("visitors");
    private static final int DIGITS = 6;
    private static final int LETTERS = 20;
    private static final String BEFORE_THE_NUMBER = "--";

    /// Machines of another build are another kind here: code, planner and events of a run must be of one build. Ids of
    /// runs have no underscore.
    static Keys of(String kind, String build) {
        return new Keys(kind.replace('_', '-') + "-" + build.substring(0, Math.min(DIGITS, build.length())));
    }

    /// The keys of a run, which follow from its id; empty if it is not a run of several machines.
    static Optional<Keys> ofRun(String id) {
        int end = id.lastIndexOf(BEFORE_THE_NUMBER);
        return end > 0 ? Optional.of(new Keys(id.substring(0, end))) : Optional.empty();
    }

    String newRun() {
        return tag + BEFORE_THE_NUMBER + UUID.randomUUID().toString().replace("-", "").substring(0, LETTERS);
    }

    String prefix() {
        return "lanes:{" + tag + "}:";
    }

    String jobs() {
        return prefix() + "jobs";
    }

    String ended() {
        return prefix() + "ended";
    }

    String run(String id) {
        return prefix() + "run:" + id;
    }

    String log(String id) {
        return prefix() + "log:" + id;
    }

    String asked(String id) {
        return prefix() + "asked:" + id;
    }

    String left(String id) {
        return prefix() + "left:" + id;
    }

    List<String> allOf(String id) {
        return List.of(run(id), log(id), asked(id), left(id));
    }

    String beat(String machine) {
        return prefix() + "beat:" + machine;
    }
}
