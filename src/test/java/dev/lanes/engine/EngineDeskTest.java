package dev.lanes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.process.Measurer;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunDeskContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The desk of a front with one machine elsewhere. Skipped if no redis-server is installed.
@BesideOthers
class EngineDeskTest extends RunDeskContract {
    @RegisterExtension
    static final OwnEngine ENGINE = new OwnEngine();

    @Override
    protected RunDesk open(Measurer measurer, QueueRules rules) {
        EngineDesk desk = ENGINE.front(rules);
        Measuring machine = ENGINE.site().machine(ENGINE.url(), "one", measurer);
        await().until(() -> machine.trouble().isEmpty());
        assertThat(desk.working()).isTrue();
        return desk;
    }
}
