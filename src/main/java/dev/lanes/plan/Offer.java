package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.EffortLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a server lets its visitors ask for, out of all there is.
///
/// @param efforts in the order they are shown
/// @param spans what is left of a parameter's range, by experiment and parameter, such as `row-vs-column.size`
/// @param longest how long a run may be expected to take
/// @param heapBytes the largest heap of a fork, whatever the machine has
public record Offer(List<EffortLevel> efforts, Map<String, Span> spans, Duration longest, long heapBytes) {

    /// The part of a parameter's range that is left, which lies within it; null where an end stays as it is.
    public record Span(Long min, Long max) {}

    /// The experiment with the ranges that are left. A default outside of its range moves to the nearest end.
    public ExperimentCard narrowed(ExperimentCard card) {
        List<ExperimentCard.Param> params = card.params().stream().map(param -> narrowed(card, param)).toList();
        return new ExperimentCard(
                card.id(), card.className(), card.section(), card.title(), card.question(), card.explanation(),
                card.claim(), card.check(), params, card.variants(), card.workers(), card.workingSet(),
                card.work(), card.reasons());
    }

    private ExperimentCard.Param narrowed(ExperimentCard card, ExperimentCard.Param param) {
        Span span = spans.get(card.id() + "." + param.name());
        if (span == null) {
            return param;
        }
        long min = span.min() == null ? param.min() : span.min();
        long max = span.max() == null ? param.max() : span.max();
        List<String> choices = param.choices().isEmpty()
                ? List.of()
                : param.choices().subList((int) (min - param.min()), (int) (max - param.min()) + 1);
        return new ExperimentCard.Param(
                param.name(), param.label(), param.unit(), min, max, Math.clamp(param.standard(), min, max),
                param.scale(), choices);
    }
}
