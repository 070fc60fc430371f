package dev.lanes.web.page;

import dev.lanes.catalog.ProjectFolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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

    private final Optional<Path> folder = ProjectFolder.find().map(project -> project.resolve("frontend"));
    private volatile String hashesOfTheJar;

    /// @param host of the request; browsers differ in whether a page's own WebSockets need to be named
    /// @param framed whether other sites may show the page in a frame
    String text(String host, boolean framed) {
        String sockets = host != null && HOST.matcher(host).matches() ? " ws://" + host + " wss://" + host : "";
        return "default-src 'none'; script-src 'self'" + hashes() + "; style-src 'self'; font-src 'self'; "
                + "img-src 'self' data: blob:; connect-src 'self'" + sockets + "; base-uri 'none'; form-action 'none'"
                // A wildcard would leave out pages without an origin of their own, such as those in a sandbox.
                + (framed ? "" : "; frame-ancestors 'none'");
    }

    /// Of all inline scripts of the pages, each with a space before it. In dev mode they may change at any time.
    private String hashes() {
        if (folder.isPresent()) {
            return read();
        }
        if (hashesOfTheJar == null) {
            hashesOfTheJar = read();
        }
        return hashesOfTheJar;
    }

    private String read() {
        return PAGES.stream()
                .map(this::page)
                .flatMap(page -> Stream.of(page, PageFiles.oneLevelDown(page)))
                .flatMap(PagePolicy::hashesIn)
                .map(hash -> " '" + hash + "'")
                .distinct()
                .collect(Collectors.joining());
    }

    /// The hash of every inline script, as a policy has it. A browser hashes what its parser made of the page, which
    /// turns every line end into a line feed.
    static Stream<String> hashesIn(String html) {
        return INLINE_SCRIPT.matcher(LINE_END.matcher(html).replaceAll("\n")).results()
                .map(script -> "sha256-" + sha256(script.group(1)));
    }

    /// Empty where there is no such page.
    private String page(String name) {
        try {
            if (folder.isPresent()) {
                Path file = folder.get().resolve(name);
                return Files.exists(file) ? Files.readString(file) : "";
            }
            try (InputStream page = PagePolicy.class.getClassLoader()
                    .getResourceAsStream("META-INF/resources/" + name)) {
                return page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
