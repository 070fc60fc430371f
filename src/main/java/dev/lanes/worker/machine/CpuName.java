package dev.lanes.worker.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The name of a processor, from the lines of `/proc/cpuinfo`.
///
/// On x86 the processor tells its name. An ARM core tells two numbers: who designed it, and which design it is.
final class CpuName {
    /// The keys under which architectures other than ARM put a name, the best first.
    private static final List<String> NAMES = List.of("model name", "cpu model", "cpu", "uarch");

    private static final Map<String, String> DESIGNERS = Map.of(
            "0x41", "ARM", "0x42", "Broadcom", "0x43", "Cavium", "0x46", "Fujitsu", "0x48", "HiSilicon",
            "0x4e", "NVIDIA", "0x51", "Qualcomm", "0x61", "Apple", "0x6d", "Microsoft", "0xc0", "Ampere");

    /// As `lscpu` names them, by designer and part.
    private static final Map<String, String> DESIGNS = Map.ofEntries(
            Map.entry("0x41 0xd03", "Cortex-A53"), Map.entry("0x41 0xd04", "Cortex-A35"),
            Map.entry("0x41 0xd05", "Cortex-A55"), Map.entry("0x41 0xd07", "Cortex-A57"),
            Map.entry("0x41 0xd08", "Cortex-A72"), Map.entry("0x41 0xd09", "Cortex-A73"),
            Map.entry("0x41 0xd0a", "Cortex-A75"), Map.entry("0x41 0xd0b", "Cortex-A76"),
            Map.entry("0x41 0xd0c", "Neoverse-N1"), Map.entry("0x41 0xd0d", "Cortex-A77"),
            Map.entry("0x41 0xd40", "Neoverse-V1"), Map.entry("0x41 0xd41", "Cortex-A78"),
            Map.entry("0x41 0xd44", "Cortex-X1"), Map.entry("0x41 0xd46", "Cortex-A510"),
            Map.entry("0x41 0xd47", "Cortex-A710"), Map.entry("0x41 0xd48", "Cortex-X2"),
            Map.entry("0x41 0xd49", "Neoverse-N2"), Map.entry("0x41 0xd4a", "Neoverse-E1"),
            Map.entry("0x41 0xd4d", "Cortex-A715"), Map.entry("0x41 0xd4e", "Cortex-X3"),
            Map.entry("0x41 0xd4f", "Neoverse-V2"), Map.entry("0x41 0xd80", "Cortex-A520"),
            Map.entry("0x41 0xd81", "Cortex-A720"), Map.entry("0x41 0xd82", "Cortex-X4"),
            Map.entry("0x41 0xd84", "Neoverse-V3"), Map.entry("0x41 0xd8e", "Neoverse-N3"),
            Map.entry("0x43 0x0af", "ThunderX2"), Map.entry("0x46 0x001", "A64FX"),
            Map.entry("0x48 0xd01", "TaiShan-v110"), Map.entry("0x4e 0x004", "Carmel"),
            Map.entry("0x51 0x001", "Oryon"), Map.entry("0x6d 0xd49", "Azure-Cobalt-100"),
            Map.entry("0xc0 0xac3", "Ampere-1"), Map.entry("0xc0 0xac4", "Ampere-1a"));

    private CpuName() {}

    /// Empty if the lines do not tell; cores of several designs are all named.
    static String of(List<String> lines) {
        return NAMES.stream()
                .flatMap(name -> values(lines, name).stream())
                .findFirst()
                .orElseGet(() -> designs(lines));
    }

    private static String designs(List<String> lines) {
        List<String> designers = values(lines, "cpu implementer");
        List<String> parts = values(lines, "cpu part");
        return IntStream.range(0, Math.min(designers.size(), parts.size()))
                .mapToObj(at -> design(designers.get(at), parts.get(at)))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String design(String designer, String part) {
        String maker = DESIGNERS.getOrDefault(designer, "ARM");
        String design = DESIGNS.get(designer + " " + part);
        return maker + " " + (design == null ? "processor, part " + part : design);
    }

    /// What stands after "name :" in the lines, not empty and in their order.
    private static List<String> values(List<String> lines, String name) {
        return lines.stream()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals(name))
                .map(pair -> pair[1].strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
