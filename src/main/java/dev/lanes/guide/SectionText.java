package dev.lanes.guide;

import dev.lanes.annotation.Section;
import java.util.List;
import java.util.Set;

/// The text of a section as HTML, and what it refers to.
///
/// @param lead its first paragraph, as plain text
/// @param html all but the title; where an experiment's card belongs there is a `<lanes-card>` at the top level
/// @param placed ids of the experiments whose cards it places, in its order
/// @param mentioned ids of the experiments whose figures it shows
/// @param ticks names of the ticks, in its order
/// @param terms ids of the words of the glossary that it uses
public record SectionText(
        Section section, String lead, String html, List<String> placed, Set<String> mentioned, List<String> ticks,
        Set<String> terms) {}
