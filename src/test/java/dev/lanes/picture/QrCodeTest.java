package dev.lanes.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@BesideOthers
class QrCodeTest {
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void itHasThreeFindersAndAQuietZone() {
        String svg = QrCode.svg("http://localhost:8080/?v=1&only=matmul");
        Set<String> dark = SQUARE.matcher(svg).results()
                .map((MatchResult found) -> found.group(1) + "," + found.group(2)).collect(Collectors.toSet());
        int side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        int last = side - 5;

        assertThat(dark).contains("4,4", "10,4", "4,10", last + ",4", "4," + last, "7,7").doesNotContain("5,5");
        assertThat(dark).noneMatch(place -> place.startsWith("3,") || place.endsWith(",3"));
    }

    @Test
    void aThousandCharactersFit() {
        assertThat(QrCode.svg("http://localhost/?" + "x".repeat(980))).startsWith("<svg");
    }
}
