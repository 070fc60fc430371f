package dev.lanes;

import java.util.Locale;
import java.util.stream.Stream;

/// Another default locale than this process has, until it is closed.
public record ForeignLocale(Locale before) implements AutoCloseable {

    /// Turkish has two letters i, Germans write 1.000,5, and the others have digits of their own.
    public static Stream<String> tags() {
        return Stream.of("tr-TR", "de-DE", "hi-IN-u-nu-deva", "ar-EG");
    }

    public static ForeignLocale of(String tag) {
        ForeignLocale foreign = new ForeignLocale(Locale.getDefault());
        Locale.setDefault(Locale.forLanguageTag(tag));
        return foreign;
    }

    @Override
    public void close() {
        Locale.setDefault(before);
    }
}
