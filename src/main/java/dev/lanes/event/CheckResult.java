package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/// How a variant's output compares with the baseline's.
///
/// @param text the comparison in a few words
/// @param maxAbsoluteError largest difference of two numbers, where numbers were compared
/// @param maxRelativeError that difference relative to the baseline's largest number
/// @param lost counts that are missing, where counts were compared
/// @param expected counts there should be, where counts were compared
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckResult(String text, Double maxAbsoluteError, Double maxRelativeError, Long lost, Long expected) {}
