package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import dev.lanes.run.Interruption;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a front does again and again for all of them: says which runs are watched here, ends those that nobody can take
/// or waits for, and hands ended ones to the archive. Two fronts that do it at once do not disturb each other.
final class Upkeep extends Repeated {
    private static final Duration SELDOM = Duration.ofSeconds(1);
    /// A front that hears nothing for longer gets no visitors.
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LOOKS = 4;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final EngineLink link;
    private final EngineKinds kinds;
    private final Tail tail;
    private final QueueRules rules;
    private final Times times;
    private final Runnable told;
    private final HandOver handOver;
    private volatile boolean durable;

    /// @param told called whenever there is news of the kinds
    Upkeep(
            EngineLink link, EngineKinds kinds, Tail tail, Function<String, Optional<RunLog>> runs, QueueRules rules,
            Times times, Runnable told) {
        super("lanes-upkeep", "Runs of several machines cannot be kept in order");
        this.link = link;
        this.kinds = kinds;
        this.tail = tail;
        this.rules = rules;
        this.times = times;
        this.told = told;
        this.handOver = new HandOver(link, runs, times);
    }

    @Override
    void begin() {
        beginAfter(pause());
    }

    /// As [RunDesk#trouble].
    Optional<String> trouble() {
        return !link.answeredWithin(ANSWER) ? Optional.of("the engine is not responding")
                : !durable ? Optional.of("the engine keeps nothing: it has to run with appendonly yes")
                : Optional.empty();
    }

    void handOverTo(RunDesk.Archiver archiver) {
        handOver.to(archiver);
    }

    private Duration pause() {
        Duration pause = times.beat().compareTo(SELDOM) < 0 ? times.beat() : SELDOM;
        Duration looks = rules.unwatched().dividedBy(LOOKS);
        return rules.endsUnwatched() && looks.compareTo(pause) < 0 ? looks : pause;
    }

    @Override
    Duration pauseAfterTrouble() {
        return pause();
    }

    @Override
    Duration once() {
        Set<Keys> all = new HashSet<>(kinds.refresh());
        told.run();
        if (!durable) {
            durable = link.ask(Command.INFO, "persistence").toString().contains("aof_enabled:1");
        }
        Map<Keys, List<FollowedRun>> followed =
                tail.followed().stream().collect(Collectors.groupingBy(FollowedRun::keys));
        followed.forEach(this::tellWatched);
        // A kind may have runs and never have had a machine.
        all.addAll(followed.keySet());
        for (Keys keys : all) {
            // After a pause of the engine machines and watchers need time to tell that they are still there.
            if (link.age().compareTo(times.lease()) > 0) {
                Script.SWEEP.run(
                        link, keys, rules.unwatched().toMillis(), times.away().toMillis(), times.memory().toMillis(),
                        EventLine.write(new RunEvent.Interrupted(Interruption.WITHOUT_MACHINES)), Script.CANCELLED);
            }
            handOver.once(keys);
        }
        return pause();
    }

    private void tellWatched(Keys keys, List<FollowedRun> followed) {
        Object[] wanted = followed.stream().filter(FollowedRun::wanted).map(FollowedRun::id).toArray();
        if (wanted.length == 0) {
            return;
        }
        List<String> lost = Script.SEEN.run(link, keys, wanted).stream().map(Response::toString).toList();
        followed.stream().filter(run -> lost.contains(run.id())).forEach(run ->
                tail.end(run, new RunEvent.Interrupted(Interruption.LOST)));
    }

    @Override
    public void close() {
        end();
        await(STOP_LIMIT);
    }
}
