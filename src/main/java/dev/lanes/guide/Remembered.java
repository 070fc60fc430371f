package dev.lanes.guide;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What was made of some files, kept until one of them changes.
///
/// @param <K> what it is kept by
/// @param <V> what is made
final class Remembered<K, V> {
    private final GuideFiles files;
    private final Map<K, Made<V>> known = new ConcurrentHashMap<>();

    /// @param read the files it was made of, with their versions when they were read
    private record Made<V>(Map<String, Long> read, V value) {}

    Remembered(GuideFiles files) {
        this.files = files;
    }

    /// @param make makes it of the files that it reads
    V get(K key, Function<GuideFiles, V> make) {
        Made<V> before = known.get(key);
        if (before != null && before.read().entrySet().stream()
                .allMatch(file -> files.version(file.getKey()) == file.getValue())) {
            return before.value();
        }
        Map<String, Long> read = new ConcurrentHashMap<>();
        V value = make.apply(name -> {
            read.put(name, files.version(name));
            return files.read(name);
        });
        known.put(key, new Made<>(read, value));
        return value;
    }
}
