package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Tells whether the code of an experiment is another than when it was measured. Where it stands in its file does not
/// matter.
@Singleton
public record CodeComparison(Catalog catalog) {
    /// @param file its name alone: a file that was moved is the same code
    private record Piece(String file, String text) {
        static Piece of(String path, String text) {
            return new Piece(path.substring(path.lastIndexOf('/') + 1), text);
        }
    }

    /// @param experiment with code, as it was
    /// @return empty where there is no such experiment any more
    public Optional<Boolean> changed(JsonNode experiment) {
        return catalog.find(experiment.path("id").asText())
                .map(card -> experiment.path("variants").valueStream()
                        .anyMatch(variant -> !before(variant).equals(now(card, variant.path("id").asText()))));
    }

    private static List<Piece> before(JsonNode variant) {
        return variant.path("code").valueStream()
                .map(piece -> Piece.of(piece.path("file").asText(), piece.path("text").asText()))
                .toList();
    }

    /// Empty where there is no such variant any more.
    private List<Piece> now(ExperimentCard card, String variant) {
        return card.variants().stream()
                .filter(one -> one.id().equals(variant))
                .flatMap(one -> catalog.code(card, one).stream())
                .map((CodePiece piece) -> Piece.of(piece.file(), piece.text()))
                .toList();
    }
}
