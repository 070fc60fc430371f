package dev.lanes.ceiling;

import java.util.function.IntConsumer;

/// Many short calls of a loop, after which it is compiled for good and as a whole.
///
/// The JIT compiles a method for good after some hundred calls. Until then vectors are objects, so that a long call
/// takes milliseconds, and the first hundreds outlast any warm-up; what is compiled from the midst of a long loop
/// (on-stack replacement) does not help the next call.
final class ShortCalls {
    /// Several times what C2 waits for: `Tier4MinInvocationThreshold` is 600, `Tier4CompileThreshold` 15,000 for calls
    /// and turns together.
    private static final int CALLS = 3_000;
    private static final int TURNS = 32;

    private ShortCalls() {}

    /// @param loop goes round as often as it is told to
    static void make(IntConsumer loop) {
        for (int call = 0; call < CALLS; call++) {
            loop.accept(TURNS);
        }
    }
}
