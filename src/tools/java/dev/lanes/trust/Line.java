package dev.lanes.trust;

/// One line of the table: what was compared, what came of it, and whether that is what must be.
record Line(String check, String compared, String result, boolean holds) {

    String asMarkdown() {
        return "| %s | %s | %s | %s |".formatted(check, compared, result.replace("|", "/"), holds ? "yes" : "**no**");
    }
}
