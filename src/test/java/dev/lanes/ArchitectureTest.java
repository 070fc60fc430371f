package dev.lanes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may import whom: the table of `docs/architecture.md`.
@AnalyzeClasses(packages = "dev.lanes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int MOST_FILES = 20;

    @ArchTest
    static final ArchRule kernelsKnowNumbersOnly =
            only("dev.lanes.kernel..", "dev.lanes.kernel..", "java..", "jdk.incubator.vector..");

    @ArchTest
    static final ArchRule poolsKnowTheJdkOnly = only("dev.lanes.pool..", "dev.lanes.pool..", "java..");

    @ArchTest
    static final ArchRule theLibraryBesideOurKernelsNeedsTheJdkOnly =
            only("dev.lanes.blas..", "dev.lanes.blas..", "dev.lanes.data..", "java..");

    @ArchTest
    static final ArchRule theHardwareIsReadWithTheJdkAlone =
            only("dev.lanes.hardware..", "dev.lanes.hardware..", "java..");

    @ArchTest
    static final ArchRule annotationsNeedNothing =
            only("dev.lanes.annotation..", "dev.lanes.annotation..", "java.lang..");

    @ArchTest
    static final ArchRule experimentsUseAnnotationsKernelsAndPools = only(
            "dev.lanes.experiment..", "dev.lanes.experiment..", "dev.lanes.annotation..", "dev.lanes.kernel..",
            "dev.lanes.pool..", "dev.lanes.blas..", "dev.lanes.hardware..", "java..", "jdk.incubator.vector..",
            "org.openjdk.jmh..");

    @ArchTest
    static final ArchRule eventsAreRecordsAndJson =
            only("dev.lanes.event..", "dev.lanes.event..", "java..", "com.fasterxml.jackson..");

    /// A shorter one would let a copy forget a field.
    @ArchTest
    static final ArchRule aRecordOfTheProtocolHasOneConstructor = classes()
            .that().resideInAPackage("dev.lanes.event..").and().areRecords()
            .should(have(describe("one constructor", record -> record.getConstructors().size() == 1)));

    @ArchTest
    static final ArchRule statisticsKnowEventsAndClaims = only(
            "dev.lanes.stats..", "dev.lanes.stats..", "dev.lanes.event..", "dev.lanes.annotation..", "java..",
            "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule machineCodeIsReadWithTheJdkAlone = only(
            "dev.lanes.machinecode..", "dev.lanes.machinecode..", "dev.lanes.event..", "java..");

    @ArchTest
    static final ArchRule profilesAreMadeOfFlightRecordings = only(
            "dev.lanes.profile..", "dev.lanes.profile..", "dev.lanes.event..", "java..", "jdk.jfr..");

    @ArchTest
    static final ArchRule theWorkerKnowsJmhAndNoServer = only(
            "dev.lanes.worker..", "dev.lanes.worker..", "dev.lanes.event..", "dev.lanes.stats..", "dev.lanes.annotation..",
            "dev.lanes.pool..", "dev.lanes.blas..", "dev.lanes.ceiling..", "dev.lanes.machinecode..",
            "dev.lanes.profile..", "dev.lanes.hardware..", "dev.lanes.data..", "java..", "com.sun.management..",
            "jdk.incubator.vector..", "jdk.jfr..", "org.openjdk.jmh..", "oshi..");

    @ArchTest
    static final ArchRule ceilingsKnowVectorsAndJmhOnly = only(
            "dev.lanes.ceiling..", "dev.lanes.ceiling..", "java..", "jdk.incubator.vector..", "org.openjdk.jmh..");

    @ArchTest
    static final ArchRule theCatalogueReadsExperimentsByTheirAnnotations = only(
            "dev.lanes.catalog..", "dev.lanes.catalog..", "dev.lanes.annotation..", "java..", "javax.tools..",
            "javax.lang.model..", "com.sun.source..", "com.fasterxml.jackson.annotation..", "org.openjdk.jmh..");

    @ArchTest
    static final ArchRule theWorkshopKnowsTheCompiler = only(
            "dev.lanes.workshop..", "dev.lanes.workshop..", "dev.lanes.event..", "dev.lanes.process..", "java..",
            "javax.tools..", "com.sun.source..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theGuideKnowsItsSectionsAndMarkdown =
            only("dev.lanes.guide..", "dev.lanes.guide..", "dev.lanes.annotation..", "java..", "org.commonmark..");

    @ArchTest
    static final ArchRule theDataFolderKnowsTheJdkOnly = only("dev.lanes.data..", "dev.lanes.data..", "java..");

    @ArchTest
    static final ArchRule runsKnowThePlanAndTheCatalogue = noClasses()
            .that().resideInAnyPackage("dev.lanes.plan..", "dev.lanes.process..", "dev.lanes.run..", "dev.lanes.workshop..")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "dev.lanes.web..", "dev.lanes.worker..", "dev.lanes.stats..", "dev.lanes.experiment..");

    @ArchTest
    static final ArchRule kindsOfMachinesKnowPlansAndRuns = noClasses()
            .that().resideInAPackage("dev.lanes.kind..")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "dev.lanes.web..", "dev.lanes.store..", "dev.lanes.worker..", "dev.lanes.stats..");

    @ArchTest
    static final ArchRule theStoreKnowsItsFolderAndDatabases = only(
            "dev.lanes.store..", "dev.lanes.store..", "dev.lanes.data..", "java..", "javax.sql..", "io.agroal..",
            "org.flywaydb..", "io.quarkus..", "jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule picturesKnowWhatTheyAreToldAndHowToDraw = only(
            "dev.lanes.picture..", "dev.lanes.picture..", "java..", "javax.imageio..", "org.jfree..",
            "io.nayuki.qrcodegen..");

    @ArchTest
    static final ArchRule nobodyCallsBackIntoTheWeb = noClasses()
            .that().resideOutsideOfPackage("dev.lanes.web..")
            .should().dependOnClassesThat().resideInAPackage("dev.lanes.web..");

    @ArchTest
    static final ArchRule experimentsAreFoundAndNeverNamed = noClasses()
            .that().resideOutsideOfPackage("dev.lanes.experiment..")
            .should().dependOnClassesThat().resideInAPackage("dev.lanes.experiment..");

    @ArchTest
    static final ArchRule theStartKnowsTheRunnerOnly = only(
            "dev.lanes.start..", "dev.lanes.start..", "java..", "io.quarkus.bootstrap.runner..");

    @ArchTest
    static final ArchRule onlyThePackagesOfTheServerSeeIt = noClasses()
            .that().resideOutsideOfPackages(
                    "dev.lanes.plan..", "dev.lanes.process..", "dev.lanes.run..", "dev.lanes.kind..",
                    "dev.lanes.store..", "dev.lanes.web..", "dev.lanes.start..", "dev.lanes.engine..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..", "io.micrometer..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.lanes.(**)").should().beFreeOfCycles();

    /// More than a newcomer takes in at a glance.
    @Test
    void noPackageIsLargerThanAScreen() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src", "main", "java")).filter(Files::isDirectory)) {
            assertThat(folders).allSatisfy(folder -> assertThat(folder.toFile().listFiles(File::isFile))
                    .as("%s", folder).hasSizeLessThanOrEqualTo(MOST_FILES));
        }
    }

    private static ArchRule only(String packages, String... allowed) {
        return classes().that().resideInAPackage(packages)
                .should().onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(describe("primitives and arrays of them",
                                one -> one.getBaseComponentType().isPrimitive())));
    }
}
