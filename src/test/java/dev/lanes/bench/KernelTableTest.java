package dev.lanes.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTableTest {
    private static final List<String> ORDER = List.of("first", "second");

    @TempDir
    Path folder;

    @Test
    void aRatioIsThatOfTheRatesPairByPair() {
        RowResult line =
                RowResult.of(row("first"), List.of(fork(100), fork(50)), List.of(fork(50), fork(100)), "today");

        assertThat(line.ours()).containsExactly(10.0, 20.0);
        assertThat(line.rival()).containsExactly(40.0, 20.0);
        assertThat(line.ratio().low()).isEqualTo(0.25);
        assertThat(line.ratio().high()).isEqualTo(1);
        assertThat(line.ratio().median()).isEqualTo(0.625);
        assertThat(line.reached()).isFalse();
    }

    @Test
    void whatWasNotMeasuredAgainStaysAsItIs() {
        KernelTable old = table("CPU", line("first", 10), line("second", 10));

        KernelTable merged = old.with(table("CPU", line("second", 30)), ORDER);

        assertThat(merged.rows()).containsExactly(line("first", 10), line("second", 30));
    }

    @Test
    void linesOfAnotherMachineGo() {
        KernelTable old = table("Another CPU", line("first", 10), line("second", 10));

        assertThat(old.with(table("CPU", line("second", 30)), ORDER).rows()).containsExactly(line("second", 30));
    }

    @Test
    void theFileHoldsAllOfIt() throws IOException {
        KernelTable table = table("CPU", line("first", 10));
        Path file = folder.resolve("kernels.json");
        assertThat(KernelTable.read(file, table.machine(), table.flags()).rows()).isEmpty();

        table.write(file);

        assertThat(KernelTable.read(file, null, null)).isEqualTo(table);
    }

    @Test
    void theTableSaysWhatWasReachedAndUnderWhichConditions() {
        assertThat(table("CPU", line("first", 10)).markdown())
                .contains("CPU, 2 usable processors").contains("OpenBLAS 0.3 (fake)").contains("`-Xone`")
                .contains("| first | 100.0 GB/s | rival | 40.0 GB/s | **2.50** (2.50 to 2.50) | 0.90 | 1.00 | yes "
                        + "| 0.1 %, +0 %; 1 (0 %), today |");
    }

    @Test
    void aLineOfWhichNothingIsDemandedStandsInATableOfItsOwn() throws IOException {
        RowResult free = RowResult.of(
                Row.measuredOnly("free", "free", "rival", "GB/s", 100,
                        new Side("ours", Map.of(), 1000), new Side("rival", Map.of(), 2000)),
                List.of(fork(100)), List.of(fork(50)), "today");
        KernelTable table = table("CPU", free, line("first", 10));

        assertThat(free.reached()).isTrue();
        assertThat(table.markdown()).contains("| free | 10.0 GB/s | rival | 40.0 GB/s | **0.25** (0.25 to 0.25) "
                + "| 0.1 %, +0 %; 1 (0 %), today |");
        assertThat(table.markdown().indexOf("| first |")).isLessThan(table.markdown().indexOf("Also measured"));
        assertThat(table("CPU", line("first", 10)).markdown()).doesNotContain("Also measured");
        table.write(folder.resolve("kernels.json"));
        assertThat(KernelTable.read(folder.resolve("kernels.json"), null, null)).isEqualTo(table);
    }

    private static KernelTable table(String cpu, RowResult... lines) {
        Machine machine = new Machine(
                cpu, "amd64", 2, 2, 2, List.of(), 512, 1L << 33, "OS", "25", "VM", "C1 and C2", false, List.of(),
                new Machine.Blas("OpenBLAS", "0.3", "fake", 2), null);
        return new KernelTable(machine, List.of("-Xone"), List.of(lines));
    }

    private static RowResult line(String id, double nanos) {
        return RowResult.of(row(id), List.of(fork(nanos)), List.of(fork(50)), "today");
    }

    private static Row row(String id) {
        return new Row(id, id, "rival", "GB/s", 0.9, 1.0, 100,
                new Side("ours", Map.of(), 1000), new Side("rival", Map.of(), 2000));
    }

    private static OneFork fork(double nanosPerCall) {
        return new OneFork(nanosPerCall, 0.001, 0.5);
    }
}
