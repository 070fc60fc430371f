package dev.lanes.machinecode;

import dev.lanes.machinecode.PrintedMethod.Note;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what the JVM printed of the methods that C2 compiled, from its log file (`-XX:+LogVMOutput`). Without a
/// disassembler of its own the JVM prints bytes, between `[MachCode]` and `[/MachCode]`.
final class PrintedCode {
    private static final Pattern BLOCK = Pattern.compile("<print_nmethod .*compiler='c2'.*>");
    private static final String BLOCK_END = "</print_nmethod>";
    private static final Pattern HEAD =
            Pattern.compile("Compiled method \\(c2\\)\\s+\\d+\\s+\\d+([ %sb!n]*)4\\s+(\\S+::\\S+).*");
    private static final Pattern MAIN = Pattern.compile(" main code +\\[0x([0-9a-f]+),0x([0-9a-f]+)\\].*");
    private static final Pattern PLACE = Pattern.compile("  0x([0-9a-f]{16}): (.*)");
    private static final Pattern BYTECODE = Pattern.compile(";\\*([a-z_0-9]+)\\b.*");
    private static final Pattern FRAME = Pattern.compile(";? *- (\\S+::\\S+)@-?\\d+ \\(line (\\d+)\\).*");
    private static final Pattern MARK = Pattern.compile("; +\\{(.+)\\}.*");

    private final List<Note> notes = new ArrayList<>();
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private String method;
    private boolean osr;
    private long begin;
    private long end;
    private int at;
    private String bytecode;
    private List<Frame> frames = new ArrayList<>();
    private List<String> marks = new ArrayList<>();

    private PrintedCode() {}

    /// All methods, in the order in which they were compiled; those that were cut off are left out.
    static List<PrintedMethod> read(BufferedReader log) throws IOException {
        List<PrintedMethod> all = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (BLOCK.matcher(line).matches()) {
                new PrintedCode().block(log).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<PrintedMethod> block(BufferedReader log) throws IOException {
        String line = log.readLine();
        while (line != null && !line.equals(BLOCK_END)) {
            take(unescaped(line));
            line = log.readLine();
        }
        note();
        boolean whole = method != null && code.size() >= end - begin && end > begin;
        return whole
                ? Optional.of(new PrintedMethod(method, osr, code.toByteArray(), List.copyOf(notes)))
                : Optional.empty();
    }

    private void take(String line) {
        Matcher head = HEAD.matcher(line);
        Matcher main = MAIN.matcher(line);
        Matcher place = PLACE.matcher(line);
        if (head.matches()) {
            method = head.group(2);
            osr = head.group(1).contains("%");
        } else if (main.matches()) {
            begin = Long.parseUnsignedLong(main.group(1), 16);
            end = Long.parseUnsignedLong(main.group(2), 16);
        } else if (place.matches()) {
            place(Long.parseUnsignedLong(place.group(1), 16), place.group(2));
        } else if (line.strip().startsWith(";")) {
            comment(line.strip());
        }
    }

    private void place(long address, String rest) {
        if (address < begin || address >= end) {
            return;
        }
        if (rest.startsWith(";")) {
            if (address - begin != at) {
                note();
            }
            at = (int) (address - begin);
            comment(rest);
            return;
        }
        String digits = rest.replaceAll("[^0-9a-f]", "");
        byte[] bytes = HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
        long room = end - begin - code.size();
        // What the JVM prints once more it prints at its place.
        if (address - begin == code.size()) {
            code.write(bytes, 0, (int) Math.min(bytes.length, room));
        }
    }

    private void comment(String text) {
        Matcher what = BYTECODE.matcher(text);
        Matcher frame = FRAME.matcher(text);
        Matcher mark = MARK.matcher(text);
        if (what.matches()) {
            bytecode = what.group(1);
        } else if (frame.matches()) {
            frames.add(new Frame(frame.group(1), Integer.parseInt(frame.group(2))));
        } else if (mark.matches()) {
            marks.add(mark.group(1));
        }
    }

    /// Ends the note of the place before.
    private void note() {
        if (bytecode != null || !frames.isEmpty() || !marks.isEmpty()) {
            notes.add(new Note(at, bytecode, List.copyOf(frames), List.copyOf(marks)));
        }
        bytecode = null;
        frames = new ArrayList<>();
        marks = new ArrayList<>();
    }

    private static String unescaped(String line) {
        return line.indexOf('&') < 0
                ? line
                : line.replace("&apos;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
                        .replace("&amp;", "&");
    }
}
