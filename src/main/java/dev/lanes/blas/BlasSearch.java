package dev.lanes.blas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search for an OpenBLAS, done once in the life of a process.
///
/// The system property `lanes.blas` names the library's file, or is "none", which leaves this machine without one.
/// Where it is not set, the library that came with the app is taken, and else one that the system has.
public final class BlasSearch {
    /// The property that overrides the search.
    public static final String PROPERTY = "lanes.blas";

    private static final String NONE = "none";
    private static final String WHAT_TO_DO = "install one (apt install libopenblas0-pthread, dnf install "
            + "openblas-threads, brew install openblas) or name its file with -Dlanes.blas=";

    private BlasSearch() {}

    /// How the search ended.
    sealed interface Outcome {
        record Found(OpenBlas library) implements Outcome {}

        /// @param reason the end of a sentence, with what can be done about it
        record Missing(String reason) implements Outcome {}
    }

    private static final class Done {
        static final Outcome OUTCOME = search(System.getProperty(PROPERTY, ""));
    }

    /// What was found; empty where nothing was.
    public static Optional<BlasFacts> facts() {
        return Done.OUTCOME instanceof Outcome.Found(OpenBlas library)
                ? Optional.of(library.facts())
                : Optional.empty();
    }

    /// Why nothing was found and what can be done about it, as the end of a sentence; empty where something was.
    public static Optional<String> problem() {
        return Done.OUTCOME instanceof Outcome.Missing(String reason) ? Optional.of(reason) : Optional.empty();
    }

    /// @throws IllegalStateException where nothing was found
    static OpenBlas required() {
        return switch (Done.OUTCOME) {
            case Outcome.Found(OpenBlas library) -> library;
            case Outcome.Missing(String reason) -> throw new IllegalStateException("No BLAS library: " + reason);
        };
    }

    /// @param wanted the property's value; blank where it is not set
    static Outcome search(String wanted) {
        if (wanted.equals(NONE)) {
            return new Outcome.Missing("-Dlanes.blas=none switched it off");
        }
        List<String> failures = new ArrayList<>();
        List<Path> candidates = wanted.isBlank() ? candidates(failures) : List.of(Path.of(wanted));
        for (Path candidate : candidates) {
            try {
                return new Outcome.Found(OpenBlas.load(candidate));
            } catch (IllegalArgumentException unusable) {
                failures.add(unusable.getMessage());
            }
        }
        return new Outcome.Missing(
                (failures.isEmpty() ? "none was found" : String.join("; ", failures)) + "; " + WHAT_TO_DO);
    }

    private static List<Path> candidates(List<String> failures) {
        List<Path> candidates = new ArrayList<>();
        try {
            BundledLibrary.onTheClassPath()
                    .map(bundled -> bundled.unpackedIn(CacheFolder.ofTheUser()))
                    .ifPresent(library -> {
                        BundledLibrary.loadNeighbours(library);
                        candidates.add(library);
                    });
        } catch (UnpackingException problem) {
            failures.add(problem.getMessage());
        }
        candidates.addAll(SystemLibraries.present());
        return candidates;
    }
}
