package dev.lanes.web.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page with the words that programs read who show a preview of its link: Open Graph's and Twitter's.
///
/// @param title of the link
/// @param description one or two sentences
/// @param url of the link itself, absolute
/// @param picture its picture's URL, absolute
public record PageWithPreview(String title, String description, String url, String picture) {
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern DESCRIPTION = Pattern.compile("<meta name=\"description\"[^>]*>");
    private static final Map<Character, String> ESCAPES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    /// @param page HTML with a title and a description, which are replaced
    public String in(String page) {
        String described = DESCRIPTION.matcher(page).replaceFirst(Matcher.quoteReplacement(
                "<meta name=\"description\" content=\"%s\">".formatted(escaped(description))));
        return TITLE.matcher(described).replaceFirst(Matcher.quoteReplacement(head()));
    }

    private String head() {
        return """
                <title>%1$s</title>
                  <meta property="og:type" content="website">
                  <meta property="og:site_name" content="Lanes">
                  <meta property="og:title" content="%1$s">
                  <meta property="og:description" content="%2$s">
                  <meta property="og:url" content="%3$s">
                  <meta property="og:image" content="%4$s">
                  <meta property="og:image:width" content="1200">
                  <meta property="og:image:height" content="630">
                  <meta name="twitter:card" content="summary_large_image">
                  <meta name="twitter:title" content="%1$s">
                  <meta name="twitter:description" content="%2$s">
                  <meta name="twitter:image" content="%4$s">"""
                .formatted(escaped(title), escaped(description), escaped(url), escaped(picture));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(one -> safe.append(ESCAPES.getOrDefault((char) one, String.valueOf((char) one))));
        return safe.toString();
    }
}
