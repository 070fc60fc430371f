package dev.lanes.web.workshop;

import dev.lanes.catalog.Catalog;
import dev.lanes.event.edit.Edit;
import dev.lanes.plan.Quote;
import dev.lanes.process.EditProcesses;
import dev.lanes.process.WorkerCommand;
import dev.lanes.web.http.JsonBody;
import dev.lanes.web.http.ProblemException;
import dev.lanes.workshop.Compiled;
import dev.lanes.workshop.Compiler;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The compiler of this server, for edits of files that it shows.
@ApplicationScoped
public class EditCompiler {
    private final Catalog catalog;
    private final Compiler compiler;
    private final EditProcesses processes;

    EditCompiler(
            Catalog catalog, WorkerCommand command, EditProcesses processes,
            @ConfigProperty(name = "lanes.run.worker-ahead", defaultValue = "true") boolean ahead) {
        this.catalog = catalog;
        this.processes = processes;
        this.compiler = new Compiler(command, ahead, Compiler.LIMIT);
    }

    /// @throws ProblemException with status 422 if these are not a few files of this project, each once
    public Compiled compile(List<Edit> edits) throws InterruptedException {
        if (edits.isEmpty() || edits.size() > Compiler.MOST_FILES) {
            throw new ProblemException(
                    422, "edits takes 1 to %s files, not %s.".formatted(Compiler.MOST_FILES, edits.size()), "edits");
        }
        Set<String> files = new HashSet<>();
        for (Edit edit : edits) {
            String file = JsonBody.required("edits.file", edit.file());
            JsonBody.required("edits.text", edit.text());
            if (catalog.file(file).isEmpty()) {
                throw new ProblemException(
                        422, "No experiment shows a file \"%s\".".formatted(Quote.of(file)), "edits.file");
            }
            if (!files.add(file)) {
                throw new ProblemException(
                        422, "edits has the file \"%s\" twice.".formatted(Quote.of(file)), "edits.file");
            }
        }
        Compiled compiled = compiler.compile(edits);
        if (compiled.ok()) {
            processes.prepare();
        }
        return compiled;
    }

    void end(@Observes ShutdownEvent event) {
        compiler.close();
    }
}
