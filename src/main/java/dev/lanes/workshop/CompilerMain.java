package dev.lanes.workshop;

import dev.lanes.event.EventLine;
import dev.lanes.event.edit.Edit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/// The main class of the process that compiles. It takes edited files as a line of its input and prints a line for
/// every problem, or one for every class file.
final class CompilerMain {
    /// No class file is longer than a line may be.
    private static final int LARGEST_CLASS = 45_000;
    private static final int GIVEN_UP = 5;

    private CompilerMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream lines = System.out;
        System.setOut(System.err);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // Loads the compiler, since the process may have to wait.
        new JavaCompilation(List.of(new Edit("Ahead.java", "class Ahead { int one(int a) { return a + 1; } }"))).run();
        String line = input.readLine();
        if (line == null) {
            return;
        }
        endInTime();
        compile(EventLine.read(line, CompilerLine.class).edits(), lines);
        System.exit(0);
    }

    static void compile(List<Edit> edits, PrintStream lines) {
        JavaCompilation compilation = new JavaCompilation(edits);
        Consumer<String> refuse = why -> compilation.add(CodeProblem.ofTheFile(edits.getFirst().file(), why));
        try {
            compilation.run();
            if (compilation.problems().stream().noneMatch(CodeProblem::isError)) {
                new Shapes(compilation).check();
            }
        } catch (StackOverflowError tooDeep) {
            refuse.accept("The code is nested too deeply for the compiler.");
        } catch (RuntimeException | AssertionError bug) {
            bug.printStackTrace();
            refuse.accept("The compiler itself failed at this code: " + bug + ".");
        }
        compilation.classes().forEach((path, bytes) -> {
            if (bytes.length > LARGEST_CLASS) {
                refuse.accept("%s compiles to more than %s bytes.".formatted(path, LARGEST_CLASS));
            }
        });
        compilation.problems().forEach(problem -> lines.println(EventLine.write(CompilerLine.of(problem))));
        if (compilation.problems().stream().noneMatch(CodeProblem::isError)) {
            compilation.classes().forEach((path, bytes) -> lines.println(
                    EventLine.write(CompilerLine.of(path, Base64.getEncoder().encodeToString(bytes)))));
        }
        lines.println(EventLine.write(CompilerLine.END));
        lines.flush();
    }

    /// The server ends this process in time, unless it is gone itself.
    private static void endInTime() {
        Thread.ofPlatform().daemon().name("end").start(() -> {
            try {
                Thread.sleep(Compiler.LIMIT.plusSeconds(5));
            } catch (InterruptedException early) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(GIVEN_UP);
        });
    }
}
