package dev.lanes.machinecode;

import dev.lanes.event.look.MachineCode.Reason;
import dev.lanes.event.look.MachineCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The machine code of a case, made of what its JVM printed and of where its time was seen to go.
///
/// @param isa of the JVM; null if it is not understood
/// @param path where programs are looked for
public record Listing(Isa isa, String path) {
    private static final int MOST_OF_THE_LOOP = 260;
    private static final int AROUND = 30;
    private static final int LONGEST_TEXT = 90;
    private static final int LEAST_SAMPLES = 10;
    private static final double MOSTLY = 0.6;
    private static final String ELSEWHERE = "elsewhere";
    /// Where something is in the memory of this JVM is nobody's business. AArch64 puts an address together in parts.
    private static final Pattern ADDRESS = Pattern.compile(
            "0x[4-7f][0-9a-f]{11}\\b|(?<=^movk x\\d{1,2}, )#(0x)?[0-9a-f]+(?=, lsl #(16|32))");
    /// Before the method: it begins at 0.
    private static final Pattern BEFORE = Pattern.compile("0xf{6}[0-9a-f]{6,10}\\b");
    private static final Pattern LEADS_THERE = Pattern.compile("(call|j|b|cb|tb|adr|ldr).*");

    /// Where the time of a case goes.
    ///
    /// @param methods the compiled methods by the time in them, what is inlined included
    /// @param places the lines of this project by the time in them
    /// @param samples how often the threads were seen at work
    /// @param nativeShare the part of them that was in no Java code
    public record Hot(
            Map<String, Double> methods, Map<Frame, Double> places, int samples, double nativeShare) {}

    /// @param log what the JVM printed
    public MachineCode of(Path log, Hot hot, Double nsPerOp) throws IOException {
        if (isa == null) {
            return MachineCode.none(Reason.OTHER_PROCESSOR,
                    "The machine code of this kind of processor is not understood yet, only x86-64 and AArch64.",
                    nsPerOp);
        }
        List<PrintedMethod> printed;
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            printed = PrintedCode.read(lines);
        }
        Optional<String> busiest = hot.methods().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        if (hot.samples() < LEAST_SAMPLES) {
            return MachineCode.none(Reason.WAITING,
                    "Its threads were hardly ever seen at work: they wait most of the time.", nsPerOp);
        }
        Optional<PrintedMethod> method = busiest.flatMap(name -> running(printed, name));
        if (method.isEmpty() || hot.nativeShare() > MOSTLY) {
            return none(busiest.orElse(""), hot, nsPerOp);
        }
        Optional<Disassembler> disassembler = Disassembler.find(isa, path);
        if (disassembler.isEmpty()) {
            return MachineCode.none(Reason.NO_DISASSEMBLER,
                    "The code cannot be shown without a disassembler. Install GNU binutils (Debian, Ubuntu: "
                            + "apt install binutils; macOS: xcode-select --install), then look again.",
                    nsPerOp);
        }
        return shown(method.get().method(), disassembler.get().read(isa, method.get()), hot.places(), nsPerOp);
    }

    /// The last form of the method with the most time that was printed; it replaces one that began in a loop.
    private static Optional<PrintedMethod> running(List<PrintedMethod> printed, String busiest) {
        return printed.reversed().stream()
                .filter(one -> withoutNumbers(one.method()).equals(withoutNumbers(busiest)))
                .min((one, other) -> Boolean.compare(one.osr(), other.osr()));
    }

    /// Why there is nothing to show of the method with the most time.
    private static MachineCode none(String busiest, Hot hot, Double nsPerOp) {
        Frame frame = new Frame(busiest, 0);
        if (hot.nativeShare() > MOSTLY) {
            return MachineCode.none(Reason.ELSEWHERE, "Most of the time goes to code that the JIT has not made: a "
                    + "library that is called, or a routine of the JVM.", nsPerOp);
        }
        return frame.ours() || frame.harness()
                ? MachineCode.none(Reason.NOT_COMPILED, "The JIT's second compiler had not compiled %s when it was "
                        .formatted(MachineCode.shortName(busiest)) + "looked at.", nsPerOp)
                : MachineCode.none(Reason.ELSEWHERE, "Most of the time goes to %s, which is not code of this project."
                        .formatted(MachineCode.shortName(busiest)), nsPerOp);
    }

    /// The class of a lambda has a number that the JVM prints in more than one way.
    private static String withoutNumbers(String method) {
        return method.replaceFirst("\\$\\$Lambda.*::", "\\$\\$Lambda::");
    }

    MachineCode shown(
            String method, List<Instruction> instructions, Map<Frame, Double> samples, Double nsPerOp) {
        Optional<Loop> hot = Loop.hot(isa, instructions, samples);
        int first = hot.map(Loop::first).orElse(0);
        int last = Math.min(hot.map(Loop::last).orElse(AROUND), first + MOST_OF_THE_LOOP);
        int from = Math.max(0, first - AROUND);
        int to = Math.min(instructions.size(), last + AROUND + 1);
        Optional<Turns> turns = hot.map(loop -> new Turns(isa, loop));
        Map<Frame, Integer> places = new LinkedHashMap<>();
        List<MachineCode.Line> lines = new ArrayList<>();
        for (Instruction one : instructions.subList(from, to)) {
            Frame place = one.place();
            Integer index = place == null ? null : places.computeIfAbsent(place, unknown -> places.size());
            lines.add(new MachineCode.Line(
                    one.at(), cut(one), index, turns.map(found -> found.note(one)).orElse(null)));
        }
        MachineCode.Loop loop = hot.map(found -> loop(found, samples, first - from, last - from)).orElse(null);
        return new MachineCode(
                isa.title(), MachineCode.shortName(method), nsPerOp,
                places.keySet().stream().map(Listing::place).toList(), lines, from, instructions.size() - to, loop,
                null);
    }

    private MachineCode.Loop loop(Loop found, Map<Frame, Double> samples, int first, int last) {
        MachineCode.Turn turn = new Turns(isa, found).counted();
        double all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
        double share = found.ofHarness() || all == 0 ? 1 : found.weight(samples) / all;
        return new MachineCode.Loop(
                first, last, found.ofHarness(), turn, TurnWords.of(turn, found.ofHarness(), share));
    }

    private static String cut(Instruction one) {
        String text = ADDRESS.matcher(one.text()).replaceAll(ELSEWHERE);
        boolean leads = LEADS_THERE.matcher(one.mnemonic()).matches();
        String shown = leads ? BEFORE.matcher(text).replaceAll(ELSEWHERE) : text;
        return shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT);
    }

    private static MachineCode.Place place(Frame frame) {
        return new MachineCode.Place(
                MachineCode.fileOf(frame.method()), MachineCode.shortName(frame.method()), frame.line());
    }
}
