package dev.lanes.machinecode;

import java.util.List;

/// A method that C2 has compiled, as the JVM printed it: bytes, and what it says about some of them.
///
/// @param method such as `dev.lanes.kernel.dot.Dot::oneSum`
/// @param osr whether it begins in the middle of a loop, in place of interpreted code that was running
/// @param code the main code, the stubs after it left out
/// @param notes in the order of their places
record PrintedMethod(String method, boolean osr, byte[] code, List<Note> notes) {

    /// What the JVM says of the four bytes from `at` on: of the instruction that ends there.
    ///
    /// @param at an offset in the code
    /// @param bytecode what the source does there, such as `faload`; null if that is not told
    /// @param frames the place in the source, inlined methods first; empty if it is not told
    /// @param marks such as `poll` or `runtime_call StubRoutines`
    record Note(int at, String bytecode, List<Frame> frames, List<String> marks) {}
}
