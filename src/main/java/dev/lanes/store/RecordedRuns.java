package dev.lanes.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Results of whole-guide runs from named machines, as the product brings them: `index.json` in a folder of the class
/// path, and a result in `<machine>/<experiment>.json.gz` for each of its lines.
public record RecordedRuns(ClassLoader loader, String folder) {
    /// The folder in the product.
    public static final String FOLDER = "recorded";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    /// What there is, as JSON; empty where nothing was recorded.
    public Optional<byte[]> index() {
        return read("index.json");
    }

    /// A result, as JSON; empty where there is none.
    public Optional<byte[]> result(String machine, String experiment) {
        return ID.matcher(machine).matches() && ID.matcher(experiment).matches()
                ? read(machine + "/" + experiment + ".json.gz").map(Packed::unpack)
                : Optional.empty();
    }

    private Optional<byte[]> read(String name) {
        try (InputStream file = loader.getResourceAsStream(folder + "/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
