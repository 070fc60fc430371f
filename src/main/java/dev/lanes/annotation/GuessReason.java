package dev.lanes.annotation;

/// One of the reasons among which a visitor who guesses an experiment's outcome may choose.
public @interface GuessReason {
    Cause cause();

    /// A few words that end the sentence "It comes out like that because ...", without a full stop.
    String text();
}
