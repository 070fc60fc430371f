package dev.lanes.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How many numbers one instruction of this machine handles.
public final class Lanes {
    /// A full vector register: 4 floats on NEON, 8 on AVX2, 16 on AVX-512. Vector code
    /// becomes vector instructions only where the compiler sees this as a constant.
    public static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /// Floats in such a register.
    public static final int COUNT = FLOATS.length();

    /// The same register full of doubles: half as many.
    public static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    /// Doubles in such a register.
    public static final int DOUBLE_COUNT = DOUBLES.length();

    /// Vector registers: 32 with AVX-512, which is where 16 floats fit into one, and on
    /// every 64-bit ARM; 16 on other machines.
    public static final int REGISTERS =
            COUNT >= 16 || System.getProperty("os.arch").equals("aarch64") ? 32 : 16;

    private Lanes() {}
}
