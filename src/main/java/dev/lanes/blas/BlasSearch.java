package dev.lanes.blas;

import dev.lanes.data.CacheFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The search for an OpenBLAS, done once in the life of a process.
///
/// The system property `lanes.blas` names the library's file, or is "none", which leaves this machine without one.
/// Where it is not set, the library that came with the app is taken, and else one that the system has.
public final class BlasSearch {
    /// The property that overrides the search.
    public static final String PROPERTY = "lanes.blas";

    private static final String NONE = "none";
    private static final String CANNOT_BE_LOADED = "the OpenBLAS that comes with Lanes cannot be loaded from the "
            + "folder it was unpacked in (mounted noexec?): let lanes.data name another folder";
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
        return search(wanted, CacheFolder.all());
    }

    /// @param folders to unpack the library that came with the app in, the best first
    static Outcome search(String wanted, List<CacheFolder> folders) {
        if (wanted.equals(NONE)) {
            return new Outcome.Missing("-Dlanes.blas=none switched it off");
        }
        Set<String> failures = new LinkedHashSet<>();
        Optional<OpenBlas> found = wanted.isBlank()
                ? bundled(folders, failures).or(() -> firstOf(SystemLibraries.present(), failures))
                : named(wanted, failures);
        return found.<Outcome>map(Outcome.Found::new).orElseGet(() -> new Outcome.Missing(
                (failures.isEmpty() ? "none was found" : String.join("; ", failures)) + "; " + WHAT_TO_DO));
    }

    private static Optional<OpenBlas> named(String file, Set<String> failures) {
        try {
            return firstOf(List.of(Path.of(file)), failures);
        } catch (InvalidPathException noName) {
            failures.add(noName.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<OpenBlas> firstOf(List<Path> files, Set<String> failures) {
        for (Path file : files) {
            try {
                return Optional.of(OpenBlas.load(file));
            } catch (IllegalArgumentException unusable) {
                failures.add(unusable.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Optional<OpenBlas> bundled(List<CacheFolder> folders, Set<String> failures) {
        try {
            BundledLibrary library = BundledLibrary.onTheClassPath().orElse(null);
            return library == null ? Optional.empty() : bundled(library, folders, failures);
        } catch (BundledLibrary.UnpackingException unreadable) {
            failures.add(unreadable.getMessage());
            return Optional.empty();
        }
    }

    /// Whether a library can be loaded from a folder is told by trying alone.
    private static Optional<OpenBlas> bundled(
            BundledLibrary library, List<CacheFolder> folders, Set<String> failures) {
        for (CacheFolder folder : folders) {
            try {
                Path file = library.unpackedIn(folder);
                BundledLibrary.loadNeighbours(file);
                return Optional.of(OpenBlas.load(file));
            } catch (BundledLibrary.UnpackingException unwritable) {
                failures.add(unwritable.getMessage());
            } catch (IllegalArgumentException unusable) {
                failures.add(CANNOT_BE_LOADED);
            }
        }
        return Optional.empty();
    }
}
