package dev.lanes.web.page;

import dev.lanes.annotation.Section;

/// The page with the beginning of a section in it, up to its first card, so that it can be read before any script has
/// come. The page puts the whole section in its place.
///
/// @param html the text of the section
record PageWithText(Section section, String html) {
    private static final String EMPTY = "<lanes-app></lanes-app>";
    private static final String CARD = "<lanes-card";
    private static final int SECTIONS = Section.values().length;

    /// @param page HTML in which the app is empty
    String in(String page) {
        return page.replace(EMPTY, "<lanes-app>%s</lanes-app>".formatted(beginning()));
    }

    private String beginning() {
        int card = html.indexOf(CARD);
        return """
                <div class="early-nav" data-early></div>
                <main data-early data-section="%1$s">
                <header class="prose section-head"><p class="eyebrow">Section %1$s of %2$s</p><h1>%3$s</h1></header>
                <div class="section-body"><text-part class="prose">%4$s</text-part></div></main>"""
                .formatted(section.number(), SECTIONS, section.headline(), card < 0 ? html : html.substring(0, card));
    }
}
