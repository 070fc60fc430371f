package dev.lanes.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
    private static final String V1 = """
            29 27 0:25 /%2$s /sys/fs/cgroup/%1$s ro,nosuid - cgroup cgroup rw,%1$s
            """;
    private static final String V2 = "30 27 0:26 / /sys/fs/cgroup rw,relatime shared:4 - cgroup2 cgroup2 rw\n";

    @TempDir
    Path root;

    @Test
    void withoutGroupsThereIsNoLimit() {
        assertThat(read().processors()).isEmpty();
        assertThat(read().memoryBytes()).isEmpty();
    }

    @Test
    void theStrictestOfNestedGroupsOfVersion2Counts() throws IOException {
        file("proc/self/cgroup", "0::/outer/middle/inner\n");
        file("proc/self/mountinfo", V2);
        file("sys/fs/cgroup/outer/cpu.max", "50000 100000\n");
        file("sys/fs/cgroup/outer/memory.max", "max\n");
        file("sys/fs/cgroup/outer/middle/cpu.max", "max 100000\n");
        file("sys/fs/cgroup/outer/middle/memory.max", "4294967296\n");
        file("sys/fs/cgroup/outer/middle/inner/cpu.max", "150000 100000\n");
        file("sys/fs/cgroup/outer/middle/inner/memory.max", "8589934592\n");

        assertThat(read().processors()).hasValue(0.5);
        assertThat(read().memoryBytes()).hasValue(4L << 30);
    }

    @Test
    void aContainerOfVersion1SeesItsOwnGroupWhereTheHostSaysAnotherPath() throws IOException {
        file("proc/self/cgroup", "4:memory:/docker/1a2b\n2:cpu,cpuacct:/docker/1a2b\n0::/\n");
        file("proc/self/mountinfo", V1.formatted("memory", "docker/1a2b") + V1.formatted("cpu,cpuacct", "docker/1a2b"));
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "150000\n");
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "4294967296\n");

        assertThat(read().processors()).hasValue(1.5);
        assertThat(read().memoryBytes()).hasValue(4L << 30);
        assertThat(LinuxContainer.around(new LinuxFiles(root))).isTrue();
    }

    @Test
    void aGroupOfVersion1WithoutALimitSaysSoInNumbers() throws IOException {
        file("proc/self/cgroup", "4:memory:/user\n2:cpu:/\n");
        file("proc/self/mountinfo", V1.formatted("memory", "") + V1.formatted("cpu", ""));
        file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        file("sys/fs/cgroup/memory/user/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(read()).isEqualTo(read(root.resolve("nothing")));
        assertThat(LinuxContainer.around(new LinuxFiles(root))).isFalse();
    }

    @Test
    void aRootOnAnOverlayIsAContainers() throws IOException {
        file("proc/self/mountinfo", "1 0 0:50 / / rw,relatime - overlay overlay rw,lowerdir=/l\n");

        assertThat(LinuxContainer.around(new LinuxFiles(root))).isTrue();
    }

    private ControlGroups read() {
        return read(root);
    }

    private static ControlGroups read(Path root) {
        return ControlGroups.read(new LinuxFiles(root));
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(text.strip().split("\n")));
    }
}
