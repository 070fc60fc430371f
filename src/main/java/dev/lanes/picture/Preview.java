package dev.lanes.picture;

import java.util.List;

/// What a picture tells.
///
/// @param title of the experiment
/// @param question it asks
/// @param bars what was measured, in the order shown; empty where nothing was
/// @param unit of the bars
/// @param answer what came out, or what is claimed
/// @param source the machine and the day; empty where nothing was measured
public record Preview(String title, String question, List<Bar> bars, String unit, String answer, String source) {

    /// A median with its interval.
    ///
    /// @param colour index of the variant: its cases share a colour
    public record Bar(String label, double median, double low, double high, int colour) {}
}
