package dev.lanes.machinecode;

/// The instruction sets that are understood.
public enum Isa {
    X86_64("x86-64", 62),
    AARCH64("AArch64", 183);

    private final String title;
    private final int elfMachine;

    Isa(String title, int elfMachine) {
        this.title = title;
        this.elfMachine = elfMachine;
    }

    public String title() {
        return title;
    }

    /// The number by which a file in ELF format names it.
    int elfMachine() {
        return elfMachine;
    }

    /// That of this JVM; null if it is another.
    public static Isa here() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> null;
        };
    }
}
