package dev.lanes.machinecode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A file in ELF format with nothing in it but code that begins at address 0: the form that GNU's disassembler and
/// LLVM's both read.
final class ElfFile {
    private static final int HEADER = 64;
    private static final int SECTION = 64;
    private static final byte[] NAMES = "\0.text\0.shstrtab\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT_NAME = 1;
    private static final int NAMES_NAME = 7;
    private static final int RELOCATABLE = 1;
    private static final int PROGRAM = 1;
    private static final int STRINGS = 3;
    private static final int ALLOCATED_AND_EXECUTABLE = 6;

    private ElfFile() {}

    static byte[] of(Isa isa, byte[] code) {
        int names = HEADER + code.length;
        int sections = names + NAMES.length;
        ByteBuffer file = ByteBuffer.allocate(sections + 3 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        file.putShort((short) RELOCATABLE).putShort((short) isa.elfMachine()).putInt(1);
        file.putLong(0).putLong(0).putLong(sections).putInt(0);
        file.putShort((short) HEADER).putShort((short) 0).putShort((short) 0);
        file.putShort((short) SECTION).putShort((short) 3).putShort((short) 2);
        file.put(code).put(NAMES);
        file.put(new byte[SECTION]);
        section(file, TEXT_NAME, PROGRAM, ALLOCATED_AND_EXECUTABLE, HEADER, code.length);
        section(file, NAMES_NAME, STRINGS, 0, names, NAMES.length);
        return file.array();
    }

    private static void section(ByteBuffer file, int name, int type, long flags, int offset, int size) {
        file.putInt(name).putInt(type).putLong(flags).putLong(0).putLong(offset).putLong(size);
        file.putInt(0).putInt(0).putLong(1).putLong(0);
    }
}
