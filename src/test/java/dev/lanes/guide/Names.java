package dev.lanes.guide;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The names in the HTML of a text of the guide, in its order.
final class Names {
    private Names() {}

    /// Of the experiments whose cards it places.
    static List<String> placed(String html) {
        return found("<lanes-card experiment=", html);
    }

    /// Of the experiments whose figures it shows.
    static List<String> mentioned(String html) {
        return found("<lanes-(?:here|proof|guessed|said) experiment=", html);
    }

    static List<String> ticks(String html) {
        return found("<lanes-tick name=", html);
    }

    /// Of the words of the glossary that it uses.
    static List<String> terms(String html) {
        return found(" data-term=", html);
    }

    private static List<String> found(String before, String html) {
        return Pattern.compile(before + "\"([^\"]+)\"").matcher(html).results()
                .map((MatchResult name) -> name.group(1)).toList();
    }
}
