package dev.lanes.machinecode;

import dev.lanes.event.look.MachineCode.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Listings of kernels that a JVM 25 printed on x86-64 with AVX-512 or on AArch64, and what GNU's `objdump` made of
/// their bytes. Of the notes those about methods of the JDK's vectors are left out.
final class Recordings {
    private Recordings() {}

    static PrintedMethod printed(String name) throws IOException {
        try (BufferedReader log = lines(name + ".log")) {
            return PrintedCode.read(log).getLast();
        }
    }

    static List<String> disassembled(String name) throws IOException {
        try (BufferedReader text = lines(name + ".objdump")) {
            return text.lines().toList();
        }
    }

    static List<Instruction> instructions(String name) throws IOException {
        return Disassembler.told(disassembled(name), printed(name));
    }

    /// A turn of its hot loop.
    static Turn turn(Isa isa, String name) throws IOException {
        return new Turns(isa, Loop.hot(isa, instructions(name), Map.of()).orElseThrow()).counted();
    }

    private static BufferedReader lines(String file) {
        InputStream stream = Recordings.class.getResourceAsStream("/machine-code/" + file);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
