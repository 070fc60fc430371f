package dev.lanes.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A JVM that the cross-checks start, and end at the latest when they are through with it.
record ChildJvm(Process process) implements AutoCloseable {

    /// Starts one with the class path of the cross-checks, whose standard error goes to a file.
    static ChildJvm start(Path errors, List<String> arguments) throws IOException {
        return start(command(Stream.concat(
                        Stream.of("-cp", System.getProperty("java.class.path")), arguments.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())));
    }

    /// Starts one that is to be heard of only through files.
    static ChildJvm startSilent(Path output, List<String> arguments) throws IOException {
        return start(command(arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())));
    }

    private static ProcessBuilder command(List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList());
    }

    private static ChildJvm start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new ChildJvm(process);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
