package dev.lanes.engine;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.run.QueueRules;
import io.vertx.core.Vertx;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A redis-server for a class of tests, which are skipped if none is installed: empty before each of them, with a [Site]
/// that goes after it. Registered as a static field.
final class OwnEngine implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final Vertx vertx = Vertx.vertx();
    private RedisServer redis;
    private Site site;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        assumeThat(RedisServer.installed()).as("Debian's package redis-server is installed").isTrue();
        redis = RedisServer.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        if (redis != null) {
            redis.close();
        }
        vertx.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        redis.empty();
        site = new Site(vertx);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        site.close();
    }

    RedisServer redis() {
        return redis;
    }

    String url() {
        return redis.url();
    }

    Site site() {
        return site;
    }

    EngineDesk front(QueueRules rules) {
        return site.front(url(), rules);
    }
}
