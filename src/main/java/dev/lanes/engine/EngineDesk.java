package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.RunState;
import dev.lanes.plan.PlannedRun;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// The desk of a front: runs are in the engine, and any front finds, follows and cancels those of all.
final class EngineDesk implements RunDesk {
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(20);

    private final EngineLink link;
    private final EngineKinds kinds;
    private final Function<PlannedRun, Keys> kindOf;
    private final QueueRules rules;
    private final Visitors visitors;
    private final Tail tail;
    private final Upkeep upkeep;
    private final Map<String, FollowedRun> runs = new LinkedHashMap<>();
    private volatile boolean closed;

    /// @param news for calls that wait
    /// @param kindOf the keys of the kind that a run is for
    /// @param told called whenever there is news of the kinds
    EngineDesk(
            EngineLink link, EngineLink news, EngineKinds kinds, Function<PlannedRun, Keys> kindOf, QueueRules rules,
            Times times, Runnable told) {
        this.link = link;
        this.kinds = kinds;
        this.kindOf = kindOf;
        this.rules = rules;
        this.visitors = new Visitors(link);
        this.tail = new Tail(news, link, this::hasEnded);
        this.upkeep = new Upkeep(link, kinds, tail, this::find, rules, times, told);
    }

    void begin() {
        tail.begin();
        upkeep.begin();
    }

    private void hasEnded() {
        upkeep.wake();
    }

    @Override
    public Submission submit(PlannedRun planned, String visitor) {
        Keys keys = kindOf.apply(planned);
        if (closed) {
            return new Submission.Full(1);
        }
        String id = keys.newRun();
        Instant created = Instant.now();
        Response answer = Script.SUBMIT.run(
                link, keys, id, EventLine.write(planned.settings()), EventLine.write(planned.plan()),
                planned.plan().look(), planned.estimateSeconds(), created, visitors.token(visitor), rules.capacity(),
                rules.waitingPerVisitor(), flag(rules.manyVisitors()));
        String told = answer.get(1).toString();
        return switch (answer.get(0).toString()) {
            case "new" -> new Submission.Accepted(find(id).orElseThrow(() -> new EngineAwayException(null)), true);
            case "same" -> new Submission.Accepted(find(told).orElseThrow(() -> new EngineAwayException(null)), false);
            case "waits" -> new Submission.OneWaits(RunDesk.wholeSeconds(Double.parseDouble(told)));
            default -> new Submission.Full(RunDesk.wholeSeconds(Double.parseDouble(told)));
        };
    }

    @Override
    public OptionalLong waitOf(String visitor, int atOnce, int perMinute) {
        long seconds = Script.RATE.run(link, Keys.VISITORS, visitors.token(visitor), atOnce, perMinute).get(0).toLong();
        return seconds == 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    private static String flag(boolean is) {
        return is ? "1" : "0";
    }

    @Override
    public Optional<RunLog> atHand(String id) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    @Override
    public Optional<RunLog> find(String id) {
        Optional<RunLog> known = atHand(id);
        return known.isPresent() ? known : Keys.ofRun(id).flatMap(keys -> load(keys, id));
    }

    private Optional<RunLog> load(Keys keys, String id) {
        Response told = link.ask(Command.HMGET, keys.run(id), "request", "plan", "created", "look");
        if (told.get(0) == null) {
            return Optional.empty();
        }
        PlannedRun planned = planned(told.get(0), told.get(1));
        FollowedRun run = new FollowedRun(
                Run.asked(id, planned.settings(), planned.plan(), Instant.parse(told.get(2).toString())),
                planned.plan().look(), keys, visitors);
        for (Response entry : link.ask(Command.XRANGE, keys.log(id), "-", "+")) {
            run.take(entry);
        }
        synchronized (runs) {
            FollowedRun other = runs.putIfAbsent(id, run);
            if (other != null) {
                return Optional.of(other);
            }
            forgetOldest();
        }
        if (!run.state().ended()) {
            tail.follow(run);
        }
        return Optional.of(run);
    }

    /// From a request and a plan as [#submit] gives them to the engine.
    static PlannedRun planned(Response request, Response plan) {
        return new PlannedRun(
                EventLine.read(request.toString(), Run.Request.class), EventLine.read(plan.toString(), Plan.class));
    }

    /// Ended ones, the first that were loaded first.
    private void forgetOldest() {
        Iterator<FollowedRun> all = runs.values().iterator();
        for (int tooMany = runs.size() - tail.followed().size() - rules.kept(); tooMany > 0 && all.hasNext();) {
            if (all.next().state().ended()) {
                all.remove();
                tooMany--;
            }
        }
    }

    @Override
    public Cancelling cancel(String id, String visitor) throws InterruptedException {
        Optional<RunLog> found = find(id);
        if (found.isEmpty()) {
            return Cancelling.UNKNOWN;
        }
        FollowedRun run = (FollowedRun) found.get();
        for (int tries = 0; tries < 2; tries++) {
            String told = Script.CANCEL.run(
                            link, run.keys(), id, visitors.token(visitor), flag(rules.manyVisitors()), Script.CANCELLED)
                    .get(0).toString();
            Optional<Cancelling> refused = switch (told) {
                case "unknown" -> Optional.of(Cancelling.UNKNOWN);
                case "not-yours" -> Optional.of(Cancelling.NOT_YOURS);
                case "left" -> Optional.of(Cancelling.LEFT_TO_OTHERS);
                default -> Optional.empty();
            };
            if (refused.isPresent()) {
                return refused.get();
            }
            if (run.awaitEnd(CANCEL_LIMIT)) {
                return run.state() == RunState.CANCELLED ? Cancelling.CANCELLED : Cancelling.TOO_LATE;
            }
            // The machine that was asked is gone, as everybody knows by now.
        }
        throw new IllegalStateException("Run " + id + " did not end within " + CANCEL_LIMIT.multipliedBy(2));
    }

    @Override
    public int waiting() {
        return kinds.ofThisBuild().stream().mapToInt(keys -> kinds.now(keys).waiting()).sum();
    }

    /// A visitor can choose among kinds, so the site is busy only if all of them are.
    @Override
    public boolean busy() {
        List<Keys> all = kinds.ofThisBuild();
        return all.isEmpty() || all.stream().map(kinds::now).allMatch(EngineKinds.Told::busy);
    }

    @Override
    public boolean working() {
        return tail.working() && upkeep.working();
    }

    @Override
    public Optional<String> trouble() {
        return upkeep.trouble();
    }

    @Override
    public boolean handsOverTo(Archiver archiver) {
        upkeep.handOverTo(archiver);
        return true;
    }

    /// Runs go on without this front.
    @Override
    public void close() {
        closed = true;
        upkeep.close();
        tail.close();
    }
}
