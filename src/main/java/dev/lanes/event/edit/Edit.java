package dev.lanes.event.edit;

/// A source file as a visitor has changed it.
///
/// @param file path from the source root, such as `dev/lanes/kernel/dot/Dot.java`
/// @param text all of it
public record Edit(String file, String text) {}
