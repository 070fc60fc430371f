package dev.lanes.machinecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.look.MachineCode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The programs that turn bytes into instructions, as they are found here.
@BesideOthers
class DisassemblerTest {
    private static final Isa ARM = Isa.aarch64(256);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "objdump, scalar-sum", "objdump, reordered-product", "objdump, vector-dot-four-sums", "objdump, branchy-relu",
        "llvm-objdump, scalar-sum", "llvm-objdump, reordered-product", "llvm-objdump, vector-dot-four-sums",
        "llvm-objdump, branchy-relu",
        "objdump, aarch64-scalar-sum", "objdump, aarch64-checked-product", "objdump, aarch64-branchy-relu",
        "llvm-objdump, aarch64-scalar-sum", "llvm-objdump, aarch64-checked-product",
        "llvm-objdump, aarch64-blocked-product", "llvm-objdump, aarch64-branchy-relu",
        "objdump, aarch64-sve-dot-four-sums", "llvm-objdump, aarch64-sve-dot-four-sums",
        "llvm-objdump, aarch64-sve-strict-sum", "llvm-objdump, aarch64-atomic-counter"
    })
    @DisabledOnOs(OS.WINDOWS)
    void eitherProgramTellsTheSameOfALoop(String program, String name) throws Exception {
        Isa isa = name.startsWith("aarch64") ? ARM : Isa.X86_64;
        Optional<Path> installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(one -> Path.of(one, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(installed).as(program).isPresent();
        Files.createSymbolicLink(folder.resolve(program), installed.get());
        Optional<Disassembler> found = Disassembler.find(isa, folder.toString());
        assumeThat(found).as("%s for %s", program, isa).isPresent();

        List<Instruction> now = found.get().read(isa, Recordings.printed(name));
        List<Instruction> then = Recordings.instructions(name);
        assertThat(now).extracting(Instruction::at).isEqualTo(then.stream().map(Instruction::at).toList());
        assertThat(new Turns(isa, Loop.hot(isa, now, Map.of()).orElseThrow()).counted())
                .isEqualTo(new Turns(isa, Loop.hot(isa, then, Map.of()).orElseThrow()).counted());
    }

    /// As objdump does: it names its file, and each place in it.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingOfAListingNamesAFileOfTheServer() throws Exception {
        Path program = folder.resolve("objdump");
        Files.writeString(program, """
                #!/bin/sh
                for file; do :; done
                echo "$file:     file format elf64-x86-64"
                echo "   0:	add    eax,0x1"
                echo "   3:	cmp    eax,DWORD PTR [rip+0x10]        # 19 <$file+0x19>"
                echo "   9:	jl     0x0 <$file>"
                echo "   b:	nop"
                """);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Disassembler found = Disassembler.find(Isa.X86_64, folder.toString()).orElseThrow();
        PrintedMethod method = new PrintedMethod("dev.lanes.Any::thing", false, new byte[12], List.of());
        MachineCode code = new Listing(Isa.X86_64, "")
                .shown(method.method(), found.read(Isa.X86_64, method), Map.of(), 1.0);
        assertThat(code.lines()).extracting(MachineCode.Line::text)
                .containsExactly("add eax,0x1", "cmp eax,DWORD PTR [rip+0x10]", "jl 0x0", "nop");
        assertThat(code.toString()).doesNotContain(
                System.getProperty("java.io.tmpdir"), "lanes-code", folder.toString(), System.getProperty("user.dir"));
    }

    @Test
    void anAddressOfTheJvmIsHiddenAlsoWhereItIsPutTogetherInParts() {
        List<Instruction> all = Disassembler.told(List.of(
                        "   0:\tmov\tx8, #0x3c10                \t// #15376",
                        "   4:\tmovk\tx8, #0x8bf1, lsl #16",
                        "   8:\tmovk\tx8, #35825, lsl #32",
                        "   c:\tbl\t0xfffffffffff4a300",
                        "  10:\tmov\tx9, #0xffffffffffffffe4    \t// #-28",
                        "  14:\tb.lt\t0x0  // b.tstop"),
                new PrintedMethod("dev.lanes.Any::thing", false, new byte[24], List.of()));
        MachineCode code = new Listing(ARM, "").shown("dev.lanes.Any::thing", all, Map.of(), 1.0);
        assertThat(code.lines()).extracting(MachineCode.Line::text).containsExactly(
                "mov x8, #0x3c10", "movk x8, elsewhere, lsl #16", "movk x8, elsewhere, lsl #32", "bl elsewhere",
                "mov x9, #0xffffffffffffffe4", "b.lt 0x0");
        assertThat(code.loop().last()).isEqualTo(5);
    }
}
