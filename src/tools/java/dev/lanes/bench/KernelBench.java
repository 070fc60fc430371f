package dev.lanes.bench;

import dev.lanes.event.EventLine;
import dev.lanes.event.Machine;
import dev.lanes.trust.DocumentPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the kernels against OpenBLAS and against what the machine can do at most, and writes the table of
/// `docs/kernels.md` and the same as `docs/kernels.json`; see there for the command.
///
/// With the ids of lines, such as `sgemm-512`, it measures those and leaves the others as they stand. With `--quick` it
/// takes a third of the forks and writes to `target` instead. The exit code is 1 where a line does not reach what it
/// must.
public final class KernelBench {
    private static final Path DOCUMENT = Path.of("docs/kernels.md");
    private static final Path FIGURES = Path.of("docs/kernels.json");
    private static final Path QUICK_DOCUMENT = Path.of("target/kernels-quick.md");
    private static final Path QUICK_FIGURES = Path.of("target/kernels-quick.json");
    private static final String BEGIN = "<!-- kernels: written by KernelBench -->\n";
    private static final String END = "<!-- kernels: end -->";
    private static final String QUICK = "--quick";
    private static final int PAIRS = 9;
    private static final int QUICK_PAIRS = 3;

    private KernelBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        boolean quick = wanted.remove(QUICK);
        List<String> ids = Rows.all().stream().map(Row::id).toList();
        if (!ids.containsAll(wanted)) {
            throw new IllegalArgumentException("Only %s and these are understood: %s".formatted(QUICK, ids));
        }
        Machine machine = machine();
        List<RowResult> results = new ArrayList<>();
        for (Row row : Rows.all()) {
            if (wanted.isEmpty() || wanted.contains(row.id())) {
                RowResult result = RowResult.measure(row, quick ? QUICK_PAIRS : PAIRS, LocalDate.now().toString());
                System.out.println(said(result));
                results.add(result);
            }
        }
        write(new KernelTable(machine, shown(OneFork.flags()), results), ids, quick);
        System.exit(results.stream().allMatch(RowResult::reached) ? 0 : 1);
    }

    private static String said(RowResult result) {
        String ratio = String.format(Locale.ROOT, "%s: %.2f (%.2f to %.2f)",
                result.id(), result.ratio().median(), result.ratio().low(), result.ratio().high());
        return result.demanded()
                ? String.format(Locale.ROOT, "%s %s, at least %.2f",
                        result.reached() ? "reached" : "MISSED ", ratio, result.atLeast())
                : "measured " + ratio;
    }

    private static void write(KernelTable measured, List<String> order, boolean quick) throws IOException {
        Path figures = quick ? QUICK_FIGURES : FIGURES;
        Path document = quick ? QUICK_DOCUMENT : DOCUMENT;
        if (quick) {
            Files.copy(DOCUMENT, document, StandardCopyOption.REPLACE_EXISTING);
        }
        KernelTable table = KernelTable.read(figures, measured.machine(), measured.flags()).with(measured, order);
        table.write(figures);
        new DocumentPart(document, BEGIN, END).write(table.markdown());
    }

    /// Without the folder that is this process's own.
    private static List<String> shown(List<String> flags) {
        return flags.stream().filter(flag -> !flag.startsWith("-Djava.io.tmpdir=")).toList();
    }

    /// As the measuring process sees it.
    private static Machine machine() throws IOException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"), "dev.lanes.worker.Worker", "--machine")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return EventLine.read(worker.inputReader().readLine(), Machine.class);
    }
}
