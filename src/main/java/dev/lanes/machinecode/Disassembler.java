package dev.lanes.machinecode;

import dev.lanes.machinecode.PrintedMethod.Note;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program that turns bytes into instructions: `objdump` of GNU's binutils or LLVM's, whichever is found.
record Disassembler(String program, List<String> options) {
    private static final int SECONDS = 10;
    private static final List<String> NAMES = List.of("objdump", "llvm-objdump");
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\\s+(\\S.*)");
    /// The same number in other digits, the name of a place, another name of the instruction.
    private static final String REMARK = "\\s*(?:[;#] |//).*|\\s+<.*";
    /// Some versions of LLVM's know only the oldest instructions of AArch64 if they are not told.
    private static final List<List<String>> ARM_OPTIONS = List.of(List.of("--mattr=+all,+v8.5a,+sve2"), List.of());
    private static final List<List<String>> X86_OPTIONS = List.of(List.of("-M", "intel"));
    /// `nop`, and for AArch64 an addition in `z` registers before it.
    private static final byte[] X86_NOTHING = {(byte) 0x90};
    private static final byte[] ARM_NOTHING = {0x00, 0x00, (byte) 0x81, 0x65, 0x1f, 0x20, 0x03, (byte) 0xd5};

    /// Instructions are at most that long, so a note belongs to none that ends later.
    private static final int NOTE_BYTES = 4;

    private static final Pattern POLLS = Pattern.compile("test|cmp|ldr");
    private static final Pattern CALLS = Pattern.compile("call|jmp|blr?|b");

    /// The first that is in one of the folders of `PATH` and knows the instruction set.
    static Optional<Disassembler> find(Isa isa, String path) {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .flatMap(file -> (isa.x86() ? X86_OPTIONS : ARM_OPTIONS).stream()
                        .map(options -> new Disassembler(file.toString(), options)))
                .filter(one -> one.knows(isa))
                .findFirst();
    }

    private boolean knows(Isa isa) {
        try {
            List<String> lines = lines(isa, isa.x86() ? X86_NOTHING : ARM_NOTHING).toList();
            return lines.stream().anyMatch(line -> line.endsWith("nop"))
                    && (isa.x86() || lines.stream().anyMatch(line -> line.contains("fadd")));
        } catch (IOException cannot) {
            return false;
        }
    }

    /// The instructions of the method, each with what the JVM says of it.
    List<Instruction> read(Isa isa, PrintedMethod method) throws IOException {
        return told(lines(isa, method.code()).toList(), method);
    }

    /// Joins the lines of a disassembler with the notes of the JVM. A place is that of the instruction that ends in the
    /// four bytes of its note; one without a note goes with the next that has one.
    static List<Instruction> told(List<String> lines, PrintedMethod method) {
        List<Matcher> found = lines.stream().map(LINE::matcher).filter(Matcher::matches).toList();
        List<Instruction> all = new ArrayList<>();
        int note = 0;
        for (int i = 0; i < found.size(); i++) {
            int at = Integer.parseInt(found.get(i).group(1), 16);
            int end = i + 1 < found.size()
                    ? Integer.parseInt(found.get(i + 1).group(1), 16)
                    : method.code().length;
            while (note < method.notes().size() && method.notes().get(note).at() + NOTE_BYTES < end) {
                note++;
            }
            Note place = null;
            for (int n = note; n < method.notes().size() && place == null; n++) {
                place = method.notes().get(n).frames().isEmpty() ? null : method.notes().get(n);
            }
            String[] words = found.get(i).group(2).replaceAll(REMARK, "").strip().split("\\s+", 2);
            all.add(new Instruction(
                    at, words[0], words.length > 1 ? words[1].replaceAll("\\s+", " ") : "",
                    place == null ? null : place.bytecode(), place == null ? List.of() : place.frames(),
                    new ArrayList<>(), place != null && place.at() < end));
        }
        method.notes().forEach(one -> one.marks().forEach(mark -> mark(all, one.at(), mark)));
        return all;
    }

    /// A mark is about an instruction that begins in its four bytes: if several do, about the one that it fits.
    private static void mark(List<Instruction> all, int at, String mark) {
        List<Instruction> here = all.stream().filter(one -> one.at() >= at && one.at() < at + NOTE_BYTES).toList();
        here.stream()
                .filter(one -> mark.startsWith("poll")
                        ? POLLS.matcher(one.mnemonic()).matches() && one.accessesMemory()
                        : mark.contains("_call") && CALLS.matcher(one.mnemonic()).matches())
                .findFirst()
                .or(() -> here.stream().findFirst())
                .ifPresent(one -> one.marks().add(mark));
    }

    private Stream<String> lines(Isa isa, byte[] code) throws IOException {
        Path file = Files.createTempFile("lanes-code", ".o");
        try {
            Files.write(file, ElfFile.of(isa, code));
            List<String> command = new ArrayList<>(List.of(program, "-d", "--no-show-raw-insn"));
            command.addAll(options);
            command.add(file.toString());
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("The disassembler did not end well");
            }
            return text.lines();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException(interruption);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
