package dev.lanes.worker;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.Verdict;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.verdict.Grounds;
import dev.lanes.worker.check.Comparison;
import dev.lanes.worker.fork.ForkResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A result that comes with the product, judged anew by the rules of today as if it had just been measured.
///
/// @param machine the folder it comes from
public record RecordedResult(ExperimentCard card, String machine, Run run) {
    public static final Path FOLDER = Path.of("src/main/resources/recorded");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// All of them, in the guide's order.
    public static List<RecordedResult> all() {
        return Cards.ALL.stream().flatMap(card -> of(card).stream()).toList();
    }

    private static final class Cards {
        private static final ClassLoader LOADER = RecordedResult.class.getClassLoader();
        private static final List<ExperimentCard> ALL =
                new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER)).experiments();
    }

    private static List<RecordedResult> of(ExperimentCard card) {
        try (Stream<Path> machines = Files.list(FOLDER)) {
            return machines.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> folder.resolve(card.id() + ".json.gz"))
                    .filter(Files::exists)
                    .map(file -> new RecordedResult(card, file.getParent().getFileName().toString(), read(file)))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Run read(Path file) {
        try {
            return JSON.treeToValue(document(file).required("run"), Run.class);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static ObjectNode document(Path file) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return (ObjectNode) JSON.readTree(packed);
        }
    }

    /// Writes a document where the product takes it from.
    public static void write(Path file, ObjectNode document) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(document.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    public Verdict verdict() {
        Claimed claimed = Claimed.by(card.className());
        Map<String, ExperimentCard.Variant> variants =
                card.variants().stream().collect(Collectors.toMap(ExperimentCard.Variant::id, one -> one));
        List<Run.Case> measured = run.cases().stream().filter(one -> variants.containsKey(one.variant())).toList();
        List<Plan.Case> cases = measured.stream().map(one -> planned(one, variants.get(one.variant()))).toList();
        Results results = new Results(cases, claimed);
        for (int at = 0; at < cases.size(); at++) {
            take(cases.get(at), measured.get(at), results);
        }
        int cores = Math.min(run.machine().usableCpus(), Math.max(1, run.machine().physicalCores()));
        return Judgement.of(claimed, results, new Grounds.Here(
                run.machine().usableCpus(), cores, run.machine().simdBits() / Float.SIZE, run.ceilings()));
    }

    /// The work of the case; empty if it is not counted, or the variant is no more.
    public Optional<Work> work(Run.Case one) {
        List<Long> values = card.params().stream()
                .map(param -> run.request().params().getOrDefault(param.name(), param.standard()))
                .toList();
        return one.score() == null
                ? Optional.empty()
                : card.variant(one.variant()).flatMap(variant -> card.work().work(variant.method(), values));
    }

    /// How many work for it, those of a library included.
    public int workers(Run.Case one) {
        Variant variant = Claimed.by(card.className()).variants().get(
                card.variant(one.variant()).orElseThrow().method());
        return variant.ownThreads() ? run.machine().usableCpus() : one.workers();
    }

    @Override
    public String toString() {
        return card.id() + " on " + machine;
    }

    private static Plan.Case planned(Run.Case one, ExperimentCard.Variant variant) {
        return new Plan.Case(
                one.key(), one.variant(), variant.method(), one.pool(), one.workers(),
                Plan.Execution.valueOf(variant.execution().name()), variant.callsBefore(), one.work(), false, null, false);
    }

    private static void take(Plan.Case planned, Run.Case one, Results results) {
        for (ForkSamples samples : Earlier.forks(one)) {
            results.add(planned, samples);
            results.check(planned, new ForkResult(
                    samples, Optional.ofNullable(one.check()).map(RecordedResult::comparison), Map.of(),
                    Optional.empty()));
        }
        Optional.ofNullable(one.timeline()).ifPresent(watched -> results.watched(planned, watched));
        results.score(planned, false);
    }

    private static Comparison comparison(CheckResult check) {
        if (check.lost() != null) {
            return new Comparison(check.lost() > 0 ? 1 : 0, 1, check.lost(), check.expected());
        }
        double error = check.maxAbsoluteError() == null ? Double.POSITIVE_INFINITY : check.maxAbsoluteError();
        return new Comparison(error, error == 0 ? 1 : error / check.maxRelativeError(), 0, 0);
    }
}
