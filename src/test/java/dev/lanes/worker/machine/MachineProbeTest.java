package dev.lanes.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.blas.BlasSearch;
import dev.lanes.data.CacheFolder;
import dev.lanes.event.EventLine;
import dev.lanes.event.Machine;
import dev.lanes.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine as a process reads it that has less than the machine: real control groups, and a real file system from
/// which nothing may be run. Both take Linux and root, and count as skipped elsewhere.
@BesideOthers
class MachineProbeTest {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String NAME = "lanes-test-" + ProcessHandle.current().pid();

    /// From the innermost outwards.
    private final List<Path> groups = new ArrayList<>();

    @TempDir
    Path temp;

    @AfterEach
    void removeGroups() throws IOException {
        for (Path group : groups) {
            Files.deleteIfExists(group);
        }
    }

    @Test
    void limitsOfAGroupAroundTheProcessAreSeen() throws Exception {
        List<String> line = new ArrayList<>(List.of("sh", "-c", """
                while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs" || exit 2; shift; done
                shift
                exec "$@"
                """, "sh"));
        for (Path inner : limited(50_000, 2L << 30)) {
            line.add(inner.toString());
        }
        line.add("--");

        Machine machine = read(line, List.of());

        assertThat(machine.memoryBytes()).isEqualTo(2L << 30);
        assertThat(machine.usableCpus()).isEqualTo(1);
        assertThat(machine.warnings())
                .filteredOn(warning -> warning.code().equals("container-limits"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).contains("0.50"));
    }

    @Test
    void aTemporaryFolderThatNothingCanBeRunFromIsNoHindrance() throws Exception {
        Path noexec = Files.createDirectory(temp.resolve("noexec"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "noexec,size=100m", "tmpfs", noexec.toString()))
                .as("root may mount").isZero();
        try {
            Machine machine = read(
                    List.of("env", "-u", "XDG_CACHE_HOME", CacheFolder.VARIABLE + "=" + temp.resolve("libraries")),
                    List.of("-Djava.io.tmpdir=" + noexec, "-Djna.tmpdir=" + noexec, "-Duser.home=?"));

            assertThat(machine.memoryBytes()).isPositive();
            assertThat(machine.cpuModel()).isNotBlank();
            assertThat(machine.blas() != null).as(machine.noBlasBecause()).isEqualTo(BlasSearch.facts().isPresent());
        } finally {
            run("umount", "--lazy", noexec.toString());
        }
    }

    /// New groups for a process to join, in the hierarchies of version 1 or in that of version 2: the limits are those
    /// of the group around.
    private List<Path> limited(long quotaMicros, long memoryBytes) throws IOException {
        assumeThat(GROUPS).isDirectory();
        Path cpu = GROUPS.resolve("cpu");
        Path memory = GROUPS.resolve("memory");
        if (Files.isWritable(cpu) && Files.isWritable(memory)) {
            return List.of(
                    nested(cpu, "cpu.cfs_quota_us", String.valueOf(quotaMicros)),
                    nested(memory, "memory.limit_in_bytes", String.valueOf(memoryBytes)));
        }
        assumeThat(GROUPS.resolve("cgroup.subtree_control")).as("groups can be made").isWritable();
        Path outer = group(GROUPS.resolve(NAME));
        assumeThat(outer.resolve("cpu.max")).exists();
        assumeThat(outer.resolve("memory.max")).exists();
        Files.writeString(outer.resolve("cpu.max"), quotaMicros + " 100000");
        Files.writeString(outer.resolve("memory.max"), String.valueOf(memoryBytes));
        return List.of(group(outer.resolve("inner")));
    }

    private Path nested(Path hierarchy, String file, String limit) throws IOException {
        Path outer = group(hierarchy.resolve(NAME));
        Files.writeString(outer.resolve(file), limit);
        return group(outer.resolve("inner"));
    }

    private Path group(Path folder) throws IOException {
        try {
            groups.addFirst(Files.createDirectory(folder));
        } catch (IOException refused) {
            assumeThat(refused).as("groups can be made").isNull();
        }
        return folder;
    }

    private static Machine read(List<String> before, List<String> flags) throws Exception {
        List<String> line = new ArrayList<>(before);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of(
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Worker.class.getName(), "--machine"));
        Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = process.inputReader().readLine();
        assertThat(process.waitFor()).isZero();
        return EventLine.read(answer, Machine.class);
    }

    private static int run(String... line) throws InterruptedException {
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }
}
