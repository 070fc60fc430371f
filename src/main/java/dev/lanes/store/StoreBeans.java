package dev.lanes.store;

import dev.lanes.data.DataFolder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Puts the plain classes together and ties them to the server's life.
@ApplicationScoped
class StoreBeans {
    /// After the runs have ended, which is when they are written.
    private static final int LATE = 4000;

    @Produces
    @Singleton
    RunTable runs(StoreConfig config) {
        return new RunTable(config.server());
    }

    @Produces
    @Singleton
    Database database(StoreConfig config, DataFolder folder, RunTable runs) {
        return new Database(
                DatabasePlace.of(config, folder), config.patience(), config.server(), runs::interruptUnfinished);
    }

    @Produces
    @Singleton
    RunArchive archive(Database database, RunTable runs, StoreConfig config) {
        Optional<Duration> kept = config.runDays().map(Duration::ofDays);
        return new RunArchive(
                database, runs, new Housekeeping(runs, new ResultTable(), kept), config.keptWaiting());
    }

    @Produces
    @Singleton
    ResultShelf shelf(Database database, StoreConfig config) {
        return new ResultShelf(
                database, new ResultTable(), config.sharedDays().map(Duration::ofDays), InstantSource.system());
    }

    void tell(@Observes StartupEvent event, StoreConfig config, DataFolder folder) {
        DatabasePlace place = DatabasePlace.of(config, folder);
        if (!place.readable()) {
            throw new ConfigurationException("lanes.store.url must be an address such as "
                    + "jdbc:postgresql://database:5432/lanes, not " + place.name());
        }
        System.getLogger(StoreBeans.class.getName()).log(System.Logger.Level.INFO,
                "Runs and results are kept in {0}", place.name());
        if (folder.standsIn()) {
            System.getLogger(StoreBeans.class.getName()).log(System.Logger.Level.WARNING,
                    "{0} is among the temporary files, as this user has no home folder that can be written to, or one "
                            + "with letters that names of files cannot have here (LC_ALL=C.UTF-8 may help): lanes.data "
                            + "names a better folder.", folder.path());
        }
    }

    void end(@Observes @Priority(LATE) ShutdownEvent event, RunArchive archive) {
        archive.close();
    }
}
