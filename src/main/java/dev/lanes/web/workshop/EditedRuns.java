package dev.lanes.web.workshop;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.edit.Edited;
import dev.lanes.plan.EditedCases;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.Quote;
import dev.lanes.plan.RunRequest;
import dev.lanes.web.http.Problem;
import dev.lanes.web.http.ProblemException;
import dev.lanes.workshop.Compiled;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Runs and looks with edited code, if the visitor may have them.
@Singleton
public record EditedRuns(WorkshopGate gate, EditCompiler compiler, HotReload reload, Catalog catalog) {
    /// What is asked for, with the edit beside the original if it has one.
    ///
    /// @throws ProblemException with status 403 if the call may not run edited code, 422 if that does not compile
    public PlannedRun run(RunRequest asked, HttpServerRequest request, Supplier<PlannedRun> plan)
            throws InterruptedException {
        boolean before = Boolean.TRUE.equals(asked.before());
        if (asked.edits() == null && !before) {
            return plan.get();
        }
        gate.enter(request);
        if (asked.edits() != null && before) {
            throw new ProblemException(422, "A run takes edits or before, not both.", "before");
        }
        if (asked.continues() != null && (before || asked.edits().stream().allMatch(this::isOurs))) {
            throw new ProblemException(422, "A run of before and after starts anew.", "continues");
        }
        PlannedRun planned = plan.get();
        Edited edited = before ? reload.beforeAgainstAfter() : compiled(asked.edits());
        return EditedCases.beside(planned, edited, touched(planned, edited.files(), asked.editVariant()));
    }

    /// Whether the project has the file as it is. A run of before and after has such edits: what it compared them with
    /// is known no more.
    private boolean isOurs(Edit edit) {
        return edit.file() != null && catalog.file(edit.file()).filter(text -> text.equals(edit.text())).isPresent();
    }

    /// A look into the edit.
    ///
    /// @param edits null if the original is to be looked at
    /// @throws ProblemException as [#run]
    public PlannedRun look(List<Edit> edits, HttpServerRequest request, Supplier<PlannedRun> plan)
            throws InterruptedException {
        if (edits == null) {
            return plan.get();
        }
        gate.enter(request);
        PlannedRun planned = plan.get();
        return EditedCases.instead(planned, compiled(edits), touched(planned, edits, null));
    }

    private Edited compiled(List<Edit> edits) throws InterruptedException {
        Compiled compiled = compiler.compile(edits);
        if (!compiled.ok()) {
            throw new ProblemException(Problem.of(422, "The edit cannot be compiled.", "edits")
                    .because(compiled.problems()));
        }
        return new Edited(edits, compiled.classes(), false);
    }

    /// The variants whose code has a piece of an edited file, or that one alone.
    private Predicate<String> touched(PlannedRun planned, List<Edit> edits, String only) {
        ExperimentCard card = catalog.find(planned.settings().experiment()).orElseThrow();
        Set<String> files = edits.stream().map(Edit::file).collect(Collectors.toSet());
        if (only != null && card.variant(only).isEmpty()) {
            throw new ProblemException(
                    422, "%s has no variant \"%s\".".formatted(card.id(), Quote.of(only)), "editVariant");
        }
        Set<String> ids = card.variants().stream()
                .filter(one -> only == null || one.id().equals(only))
                .filter(one -> catalog.code(card, one).stream().map(CodePiece::file).anyMatch(files::contains))
                .map(ExperimentCard.Variant::id)
                .collect(Collectors.toSet());
        return ids::contains;
    }
}
