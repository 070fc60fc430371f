package dev.lanes.catalog;

import dev.lanes.annotation.Experiment;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The experiments there are, in the guide's order, and the code of their variants.
public final class Catalog {
    private final ExperimentClasses classes;
    private final CodeCutter cutter;
    private List<ExperimentCard> cards;
    private volatile int size = -1;

    public Catalog(ExperimentClasses classes, Sources sources) {
        this.classes = classes;
        this.cutter = new CodeCutter(sources);
    }

    /// @throws IllegalStateException where an experiment's annotations contradict each other or its source is missing
    public synchronized List<ExperimentCard> experiments() {
        if (cards == null) {
            cards = read();
        }
        return cards;
    }

    /// How many experiments there are, without reading them.
    public int size() {
        // Not synchronised: a caller must not wait for the reading.
        int known = size;
        if (known < 0) {
            known = (int) classes.all().stream().filter(type -> type.isAnnotationPresent(Experiment.class)).count();
            size = known;
        }
        return known;
    }

    public Optional<ExperimentCard> find(String id) {
        return experiments().stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /// The variant's own method, then what it calls, each method once, in the order of the calls.
    public List<CodePiece> code(ExperimentCard experiment, ExperimentCard.Variant variant) {
        return cutter.cut(experiment.className(), variant.method());
    }

    /// The whole of a file that may be shown; empty if there is none with that name.
    public Optional<String> file(String file) {
        return cutter.text(file);
    }

    private List<ExperimentCard> read() {
        ExperimentReader reader = new ExperimentReader(cutter);
        List<ExperimentCard> found = classes.all().stream()
                .filter(type -> type.isAnnotationPresent(Experiment.class))
                .map(reader::read)
                .sorted(Comparator.comparing(ExperimentCard::section).thenComparing(ExperimentCard::id))
                .toList();
        Set<String> ids = new HashSet<>();
        for (ExperimentCard card : found) {
            if (!ids.add(card.id())) {
                throw new IllegalStateException("Two experiments have the id " + card.id());
            }
        }
        return found;
    }
}
