package dev.lanes.web.page;

import dev.lanes.store.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Content Security Policy: the page's own scripts, styles and calls, and nothing inline but the import map, which
/// browsers take from nowhere else. It is allowed by the hash of its text, of which there is one for every level of
/// addresses.
@ApplicationScoped
class PagePolicy {
    private static final List<String> PAGES = List.of("index.html", "embed.html");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");

    private final PageFiles files = PageFiles.ofTheApp();
    private volatile Hashed hashed = new Hashed(List.of(), "");

    /// @param hashes of all inline scripts of the pages, each with a space before it
    private record Hashed(List<String> pages, String hashes) {}

    /// @param host of the request; browsers differ in whether a page's own WebSockets need to be named
    /// @param framed whether other sites may show the page in a frame
    String text(String host, boolean framed) {
        String sockets = host != null && HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
        return "default-src 'none'; script-src 'self'" + hashes() + "; style-src 'self'; font-src 'self'; "
                + "img-src 'self' data: blob:; connect-src 'self'" + sockets + "; base-uri 'none'; form-action 'none'"
                // A wildcard would leave out pages without an origin of their own, such as those in a sandbox.
                + (framed ? "" : "; frame-ancestors 'none'");
    }

    /// In dev mode the pages may change at any time.
    private String hashes() {
        List<String> pages = PAGES.stream().flatMap(name -> files.read(name).stream()).toList();
        if (!hashed.pages().equals(pages)) {
            hashed = new Hashed(pages, pages.stream()
                    .flatMap(page -> Stream.of(page, PageFiles.oneLevelDown(page)))
                    .flatMap(PagePolicy::hashesIn)
                    .map(hash -> " '" + hash + "'")
                    .distinct()
                    .collect(Collectors.joining()));
        }
        return hashed.hashes();
    }

    /// The hash of every inline script, as a policy has it. A browser hashes what its parser made of the page, which
    /// turns every line end into a line feed.
    static Stream<String> hashesIn(String html) {
        return INLINE_SCRIPT.matcher(LINE_END.matcher(html).replaceAll("\n")).results()
                .map(script -> "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(script.group(1))));
    }
}
