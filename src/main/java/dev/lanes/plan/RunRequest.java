package dev.lanes.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What a visitor asks for, as it came: nothing is checked, and null stands for what was left out.
///
/// @param experiment never null
/// @param params empty if it was left out
public record RunRequest(
        String experiment,
        Map<String, BigDecimal> params,
        List<String> variants,
        List<String> pools,
        List<BigDecimal> workers,
        String effort) {

    public RunRequest {
        params = params == null ? Map.of() : params;
    }
}
