package dev.lanes.engine;

import dev.lanes.event.EventLine;
import dev.lanes.event.Machine;
import dev.lanes.kind.Kinds;
import dev.lanes.kind.MachineKind.Member;
import dev.lanes.kind.MachineKind.State;
import dev.lanes.kind.MachineKind;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.MachineCeilings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The kinds of machines that the engine knows, asked for about once a second.
final class EngineKinds implements Kinds {
    /// A server that knows no machine yet has a kind without machines.
    private static final Kind NONE = new Kind("none", "no machine", "");

    /// Begins the fields of the hash that say since when a kind is known, in milliseconds.
    static final String SINCE = "since:";

    private final EngineLink link;
    private final String build;
    private final Map<Keys, Kind> kinds = new ConcurrentHashMap<>();
    private final Map<String, Long> since = new ConcurrentHashMap<>();
    private final Map<Keys, Told> told = new ConcurrentHashMap<>();

    /// @param build of this server, whose runs only machines of the same build can measure
    EngineKinds(EngineLink link, String build) {
        this.link = link;
        this.build = build;
    }

    /// What machines say of their kind.
    ///
    /// @param kind its name
    record Kind(String kind, String label, String build) {}

    /// What a machine says of itself.
    ///
    /// @param machine null while it is not read
    record Card(Machine machine, MachineCeilings.Known ceilings) {}

    /// What is known of the machines of one kind and build now.
    record Told(int waiting, int running, List<Seen> machines) {
        private static final Told NOTHING = new Told(0, 0, List.of());

        /// Whether a run that is asked for now would have to wait.
        boolean busy() {
            return waiting > 0 || running >= machines.stream().filter(Seen::there).count();
        }
    }

    /// @param doing "idle", the id of a run, or empty if the machine has been silent for a while
    record Seen(String name, Card card, String doing) {
        boolean there() {
            return !doing.isEmpty();
        }

        Member member(boolean sameBuild) {
            State state = !there() ? State.AWAY
                    : !sameBuild ? State.UPDATING
                    : doing.equals(Presence.IDLE) ? State.IDLE : State.MEASURING;
            return new Member(name, card.machine(), state);
        }
    }

    /// Asks the engine again.
    ///
    /// @return the keys of all kinds and builds
    List<Keys> refresh() {
        Response all = link.ask(Command.HGETALL, Keys.KINDS);
        for (int at = 0; at < all.size(); at += 2) {
            String field = all.get(at).toString();
            if (field.startsWith(SINCE)) {
                since.put(field.substring(SINCE.length()), all.get(at + 1).toLong());
                continue;
            }
            Keys keys = new Keys(field);
            kinds.put(keys, EventLine.read(all.get(at + 1).toString(), Kind.class));
            told.put(keys, ask(keys));
        }
        return List.copyOf(kinds.keySet());
    }

    List<Keys> ofThisBuild() {
        askIfNothingIsKnown();
        return kinds.entrySet().stream()
                .filter(one -> one.getValue().build().equals(build))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void askIfNothingIsKnown() {
        if (kinds.isEmpty()) {
            try {
                refresh();
            } catch (EngineAwayException away) {
                // As if there were no machines yet.
            }
        }
    }

    Keys keys(String kind) {
        return Keys.of(kind, build);
    }

    /// What is known now; if the engine is away, what was known last.
    Told now(Keys keys) {
        try {
            return ask(keys);
        } catch (EngineAwayException away) {
            return told.getOrDefault(keys, Told.NOTHING);
        }
    }

    private Told ask(Keys keys) {
        Response answer = Script.KIND.run(link, keys);
        List<Seen> machines = new ArrayList<>();
        for (int at = 2; at < answer.size(); at += 3) {
            String beat = answer.get(at + 2).toString();
            machines.add(new Seen(
                    answer.get(at).toString(), EventLine.read(answer.get(at + 1).toString(), Card.class),
                    beat.substring(beat.indexOf(' ') + 1)));
        }
        machines.sort(Comparator.comparing(Seen::name));
        return new Told(answer.get(0).toInteger(), answer.get(1).toInteger(), machines);
    }

    /// The kind that was known first is the first one, so that a machine that joins changes nothing for requests that
    /// name none.
    @Override
    public List<MachineKind> all() {
        askIfNothingIsKnown();
        Map<String, MachineKind> byName = new TreeMap<>();
        kinds.forEach((keys, kind) -> byName.computeIfAbsent(kind.kind(), name -> shown(name, kind)));
        List<MachineKind> shown = byName.values().stream()
                .filter(kind -> !kind.machines().isEmpty())
                .sorted(Comparator.comparing(kind -> since.getOrDefault(kind.name(), Long.MAX_VALUE)))
                .toList();
        return shown.isEmpty() ? List.of(shown(NONE.kind(), NONE)) : shown;
    }

    /// The kind with its machines of this build, and those of others that none of this build has replaced.
    private MachineKind shown(String name, Kind kind) {
        Keys own = keys(name);
        Told now = told.getOrDefault(own, Told.NOTHING);
        List<String> known = now.machines().stream().map(Seen::name).toList();
        List<Seen> others = kinds.entrySet().stream()
                .filter(one -> one.getValue().kind().equals(name) && !one.getKey().equals(own))
                .flatMap(one -> told.getOrDefault(one.getKey(), Told.NOTHING).machines().stream())
                .filter(seen -> !known.contains(seen.name()))
                .toList();
        List<Seen> machines = Stream.concat(now.machines().stream(), others.stream()).toList();
        Optional<Card> card = Stream.concat(machines.stream().filter(Seen::there), machines.stream())
                .map(Seen::card)
                .filter(one -> one.machine() != null)
                .findFirst();
        return new EngineKind(
                name, kinds.getOrDefault(own, kind).label(),
                Stream.concat(
                                now.machines().stream().map(seen -> seen.member(true)),
                                others.stream().map(seen -> seen.member(false)))
                        .toList(),
                now.waiting(),
                card.map(Card::ceilings).filter(Objects::nonNull)
                        .orElse(new MachineCeilings.Known(MachineCeilings.State.NONE, null, null, null)),
                build, card.map(Card::machine));
    }

    private record EngineKind(
            String name, String label, List<Member> machines, int waiting, MachineCeilings.Known ceilings, String build,
            Optional<Machine> machine) implements MachineKind {}
}
