package dev.lanes.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareTest {
    @TempDir
    Path root;

    @Test
    void aProcessorThatTellsItsNameHasThatName() {
        assertThat(CpuName.of(List.of("vendor_id\t: GenuineIntel", "model\t\t: 207", "model name\t: Intel(R) Xeon(R)")))
                .isEqualTo("Intel(R) Xeon(R)");
        assertThat(CpuName.of(List.of("processor\t: 0", "cpu\t\t: POWER9, altivec supported")))
                .isEqualTo("POWER9, altivec supported");
    }

    @ParameterizedTest
    @CsvSource({
        "0x41, 0xd0c, ARM Neoverse-N1",
        "0x41, 0xd4f, ARM Neoverse-V2",
        "0xc0, 0xac3, Ampere Ampere-1",
        "0x41, 0xfff, 'ARM processor, part 0xfff'",
        "0x77, 0x001, 'ARM processor, part 0x001'",
    })
    void anArmCoreIsNamedByItsNumbers(String designer, String part, String name) {
        List<String> core = List.of("processor\t: 0", "CPU implementer\t: " + designer, "CPU part\t: " + part, "");

        assertThat(CpuName.of(core)).isEqualTo(name);
    }

    @Test
    void coresOfTwoDesignsAreBothNamed() {
        assertThat(CpuName.of(List.of(
                "CPU implementer\t: 0x41", "CPU part\t: 0xd05", "CPU implementer\t: 0x41", "CPU part\t: 0xd05",
                "CPU implementer\t: 0x41", "CPU part\t: 0xd0b"))).isEqualTo("ARM Cortex-A55 and ARM Cortex-A76");
    }

    @Test
    void aLinuxIsReadFromItsFiles() throws IOException {
        file("proc/cpuinfo", "processor : 0", "model name : A  CPU", "processor : 1", "model name : A  CPU");
        file("proc/meminfo", "MemTotal:        2048 kB", "MemFree: 1 kB");
        file("etc/os-release", "PRETTY_NAME=\"Any\"", "NAME=\"Debian GNU/Linux\"", "VERSION_ID=\"12\"");
        for (int processor = 0; processor < 4; processor++) {
            file("sys/devices/system/cpu/cpu" + processor + "/topology/thread_siblings_list",
                    processor % 2 + "," + (processor % 2 + 2));
        }
        Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu4"));

        Hardware read = new LinuxHardware(new LinuxFiles(root)).read();

        assertThat(read.cpuModel()).isEqualTo("A  CPU");
        assertThat(read.logicalCores()).as("the fifth is offline").isEqualTo(4);
        assertThat(read.physicalCores()).isEqualTo(2);
        assertThat(read.memoryBytes()).isEqualTo(2 << 20);
        assertThat(read.os()).isEqualTo("Debian GNU/Linux 12");
    }

    @Test
    void nodesOfMemoryAreCounted() throws IOException {
        Files.createDirectories(root.resolve("sys/devices/system/node/node0"));
        assertThat(new LinuxHardware(new LinuxFiles(root)).read().memoryNodes()).isEqualTo(1);

        Files.createDirectories(root.resolve("sys/devices/system/node/node1"));
        file("sys/devices/system/node/possible", "0-1");
        assertThat(new LinuxHardware(new LinuxFiles(root)).read().memoryNodes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu_capacity, 1024, 1024, false",
        "cpu_capacity, 1024, 446, true",
        "cpufreq/cpuinfo_max_freq, 5200000, 5000000, false",
        "cpufreq/cpuinfo_max_freq, 5100000, 3300000, true",
        "cpufreq/cpuinfo_max_freq, 5100000, <unknown>, false",
    })
    void coresAreUnequalIfLinuxTellsOfDifferentOnes(String name, String one, String other, boolean unequal)
            throws IOException {
        file("sys/devices/system/cpu/cpu0/" + name, one);
        file("sys/devices/system/cpu/cpu1/" + name, other);

        assertThat(new LinuxHardware(new LinuxFiles(root)).read().unequalCores()).isEqualTo(unequal);
    }

    @Test
    void coresAreUnequalIfSmallOnesAreListedApart() throws IOException {
        file("sys/devices/cpu_core/cpus", "0-3");
        assertThat(new LinuxHardware(new LinuxFiles(root)).read().unequalCores()).isFalse();

        file("sys/devices/cpu_atom/cpus", "4-7");
        assertThat(new LinuxHardware(new LinuxFiles(root)).read().unequalCores()).isTrue();
    }

    @Test
    void aLinuxThatTellsNothingHasWhatJavaKnows() {
        Hardware read = new LinuxHardware(new LinuxFiles(root)).read();

        assertThat(read.cpuModel()).contains(System.getProperty("os.arch"));
        assertThat(read.logicalCores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(read.physicalCores()).isZero();
        assertThat(read.memoryBytes()).isPositive();
        assertThat(read.os()).startsWith("Linux");
    }

    @Test
    void withoutTheNativeLibraryTheMachineHasWhatJavaKnows() {
        Hardware read = Hardware.orJavas(() -> {
            throw new UnsatisfiedLinkError("failed to map segment from shared object");
        });

        assertThat(read.cpuModel()).contains(System.getProperty("os.arch"));
        assertThat(read.logicalCores()).isPositive();
        assertThat(read.memoryBytes()).isPositive();
        assertThat(read.os()).startsWith(System.getProperty("os.name"));
    }

    private void file(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
