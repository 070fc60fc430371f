package dev.lanes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.process.Measurer;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunDeskContract;
import io.vertx.core.Vertx;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The desk of a front with one machine elsewhere. Skipped if no redis-server is installed.
@BesideOthers
class EngineDeskTest extends RunDeskContract {
    private static final Vertx VERTX = Vertx.vertx();
    private static RedisServer redis;

    private Site site;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeThat(RedisServer.installed()).as("Debian's package redis-server is installed").isTrue();
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (redis != null) {
            redis.close();
        }
        VERTX.close();
    }

    @BeforeEach
    void openSite() throws IOException {
        redis.empty();
        site = new Site(VERTX);
    }

    @AfterEach
    void closeSite() throws Exception {
        site.close();
    }

    @Override
    protected RunDesk open(Measurer measurer, QueueRules rules) {
        EngineDesk desk = site.front(redis.url(), rules);
        Measuring machine = site.machine(redis.url(), "one", measurer);
        await().until(() -> machine.trouble().isEmpty());
        assertThat(desk.working()).isTrue();
        return desk;
    }
}
