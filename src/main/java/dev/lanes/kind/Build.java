package dev.lanes.kind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/// Which program a server runs: code, planner and events of machines that work together must be of one build.
public final class Build {
    /// Of classes that are not packaged.
    static final String DEVELOPMENT = "development";
    private static final int DIGITS = 12;

    private Build() {}

    private static final class This {
        private static final String BUILD = of(Path.of(place()));
    }

    /// Told by the names and checksums of the files in the app's jar, so that two builds of one source are the same.
    public static String ofThisServer() {
        return This.BUILD;
    }

    private static URI place() {
        try {
            return Build.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(Path place) {
        if (!Files.isRegularFile(place)) {
            return DEVELOPMENT;
        }
        try (ZipFile jar = new ZipFile(place.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/"))
                    .map(entry -> entry.getName() + " " + Long.toHexString(entry.getCrc()) + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
