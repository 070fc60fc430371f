package dev.lanes.experiment.sample;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ProjectFolder;
import dev.lanes.catalog.Sources;
import java.nio.file.Path;
import java.util.List;

/// The catalogue of the experiments made for tests.
public final class SampleCatalog {

    private SampleCatalog() {}

    public static Catalog open() {
        Path project = ProjectFolder.find().orElseThrow();
        return new Catalog(
                () -> List.of(Scripted.class, Worded.class, Plainest.class),
                new Sources.OnDisk(List.of(project.resolve("src/test/java"), project.resolve("src/main/java"))));
    }
}
