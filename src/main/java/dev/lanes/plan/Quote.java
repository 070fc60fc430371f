package dev.lanes.plan;

/// A text of a request as an answer repeats it: no more than its beginning.
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
