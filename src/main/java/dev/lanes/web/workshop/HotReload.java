package dev.lanes.web.workshop;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ProjectFolder;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.edit.Edited;
import dev.lanes.plan.RequestCheck;
import dev.lanes.web.http.ProblemException;
import dev.lanes.workshop.KeptClasses;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the last hot reload of dev mode has changed, so that it can be measured against what was there before.
@ApplicationScoped
class HotReload {
    /// Distinguishes a reload from a start: both load the app again, but a reload keeps the JVM. It is not a setting,
    /// since those are checked at every start.
    static final String HAS_STARTED = "dev.lanes.started";

    private final Catalog catalog;
    private final Optional<KeptClasses> kept;

    HotReload(Catalog catalog, Workshop workshop) {
        this.catalog = catalog;
        this.kept = workshop.isOpen() && LaunchMode.current() == LaunchMode.DEVELOPMENT
                ? ProjectFolder.find().map(HotReload::kept)
                : Optional.empty();
    }

    private static KeptClasses kept(Path project) {
        Path target = project.resolve("target");
        return new KeptClasses(target.resolve("classes"), target.resolve("lanes-kept"));
    }

    /// @param experiments the ids of those that show it
    record Changed(String file, List<String> experiments) {}

    void takeNote(@Observes StartupEvent event) {
        kept.ifPresent(classes -> {
            if (System.setProperty(HAS_STARTED, "true") == null) {
                classes.begin();
            } else {
                classes.takeNote();
            }
        });
    }

    /// Empty outside of dev mode.
    List<Changed> changed() {
        return kept.map(KeptClasses::files).orElse(List.of()).stream()
                .map(file -> new Changed(file, catalog.experiments().stream()
                        .filter(card -> shows(card, file)).map(ExperimentCard::id).toList()))
                .toList();
    }

    /// What was compiled before as the original, and what there is now as the edit.
    ///
    /// @throws ProblemException with status 422 if nothing has changed, or more than a run can put side by side
    Edited beforeAgainstAfter() {
        List<String> files = kept.map(KeptClasses::files).orElse(List.of());
        if (files.isEmpty()) {
            throw new ProblemException(
                    422, "None of the code on the page has changed since this server was started.", "before");
        }
        List<String> reshaped = kept.orElseThrow().reshaped();
        if (!reshaped.isEmpty()) {
            throw new ProblemException(
                    422, "Before and after cannot be measured in one run, as other code sees a change in: %s."
                            .formatted(RequestCheck.listed(reshaped)), "before");
        }
        return new Edited(
                files.stream().flatMap(file -> catalog.file(file).map(text -> new Edit(file, text)).stream()).toList(),
                kept.orElseThrow().before(), true);
    }

    private boolean shows(ExperimentCard card, String file) {
        return card.variants().stream()
                .flatMap(variant -> catalog.code(card, variant).stream())
                .map(CodePiece::file)
                .anyMatch(file::equals);
    }
}
