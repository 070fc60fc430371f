package dev.lanes.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lanes.event.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The measured lines of one machine and JVM, as they stand in the JSON file, and as a table in Markdown.
///
/// @param flags of the JVMs that measured
record KernelTable(Machine machine, List<String> flags, List<RowResult> rows) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String HEAD = """
            | kernel | ours | against | that | ratio, interval | at least | aim | reached | steal, clock, pairs |
            |---|---|---|---|---|---|---|---|---|
            """;
    private static final String HEAD_WITHOUT_DEMAND = """

            Also measured, with nothing demanded:

            | kernel | ours | against | that | ratio, interval | steal, clock, pairs |
            |---|---|---|---|---|---|
            """;

    /// The table in the file; one without lines where there is no such file.
    static KernelTable read(Path file, Machine machine, List<String> flags) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(file.toFile(), KernelTable.class)
                : new KernelTable(machine, flags, List.of());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json() + "\n");
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    /// The table with other lines in the places of those with the same id; older lines go where they are another
    /// machine's or another JVM's.
    ///
    /// @param order ids in the order of the table
    KernelTable with(KernelTable measured, List<String> order) {
        Map<String, RowResult> lines = new LinkedHashMap<>();
        order.forEach(id -> lines.put(id, null));
        boolean same = machine.cpuModel().equals(measured.machine.cpuModel())
                && machine.javaVersion().equals(measured.machine.javaVersion());
        if (same) {
            rows.forEach(row -> lines.replace(row.id(), row));
        }
        measured.rows.forEach(row -> lines.put(row.id(), row));
        return new KernelTable(
                measured.machine, measured.flags, lines.values().stream().filter(row -> row != null).toList());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("%s, %d usable processors, %s, %s %s; %s. Forks: `%s`\n\n".formatted(
                machine.cpuModel(), machine.usableCpus(), machine.os(), machine.jvmName(), machine.javaVersion(),
                machine.blas() == null
                        ? "no BLAS library"
                        : machine.blas().name() + " " + machine.blas().version() + " (" + machine.blas().config() + ")",
                String.join(" ", flags)));
        text.append(HEAD);
        rows.stream().filter(RowResult::demanded).forEach(row -> text.append(line(row)));
        if (!rows.stream().allMatch(RowResult::demanded)) {
            text.append(HEAD_WITHOUT_DEMAND);
            rows.stream().filter(row -> !row.demanded()).forEach(row -> text.append(line(row)));
        }
        return text.toString();
    }

    private static String line(RowResult row) {
        String demand = row.demanded()
                ? String.format(
                        Locale.ROOT, " %.2f | %.2f | %s |", row.atLeast(), row.aim(), row.reached() ? "yes" : "no")
                : "";
        Ratio ratio = row.ratio();
        return String.format(Locale.ROOT, "| %s | %.1f %s | %s | %.1f %s | **%.2f** (%.2f to %.2f) |%s %s |\n",
                row.kernel(), Ratio.of(array(row.ours())).median(), row.unit(), row.against(),
                Ratio.of(array(row.rival())).median(), row.unit(), ratio.median(), ratio.low(), ratio.high(),
                demand, conditions(row));
    }

    /// Such as "0.1 %, +2 %; 9 (96 %), 2026-11-22".
    private static String conditions(RowResult row) {
        return String.format(Locale.ROOT, "%s, +%.0f %%; %d (%.0f %%), %s",
                row.stealShare() == null ? "?" : String.format(Locale.ROOT, "%.1f %%", 100 * row.stealShare()),
                100 * (row.slowestProbe() - 1), row.ours().size(), 100 * row.ratio().coverage(),
                row.on());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
