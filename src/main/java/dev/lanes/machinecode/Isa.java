package dev.lanes.machinecode;

/// An instruction set that is understood.
///
/// @param title what people call it
/// @param elfMachine the number by which a file in ELF format names it
/// @param scalableBits the width of the registers whose width the instructions leave to the processor: AArch64's
/// `z0` to `z31`. 0 if there are none
public record Isa(String title, int elfMachine, int scalableBits) {
    static final Isa X86_64 = new Isa("x86-64", 62, 0);

    static Isa aarch64(int scalableBits) {
        return new Isa("AArch64", 183, scalableBits);
    }

    /// That of this JVM; null if it is another.
    ///
    /// @param widestBits the width of the widest vectors of this JVM
    public static Isa here(int widestBits) {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> aarch64(widestBits);
            default -> null;
        };
    }

    boolean x86() {
        return equals(X86_64);
    }
}
