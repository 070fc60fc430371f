package dev.lanes.event;

/// Why a run failed.
///
/// @param title what happened, in a few words
/// @param detail what is known about it, with the last lines the process printed
public record Problem(String title, String detail) {}
