package dev.lanes.page;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a page test its [Visitor], at a [Desk] that it shares with other page tests: in front of Quarkus's server where
/// the class is a `QuarkusTest`, and else of a [FakeServer]. Without a browser the tests count as skipped, and on a
/// build server they fail. What the visitor saw when a test failed is in `target/screenshots/failed`.
final class Browsing implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback,
        AfterAllCallback {
    private static final Namespace OURS = Namespace.create(Browsing.class);
    private static final Path FAILED = Path.of("target", "screenshots", "failed");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(Chromium.MISSING);
        }
        context.getRoot().getStore(OURS).computeIfAbsent(Chromium.MISSING, Browsing::say);
        return ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isBesideOthers(context)) {
            store(context).put(Desk.class, new Taken(desks(context).take()));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isBesideOthers(context)) {
            desks(context).giveBack(store(context).get(Desk.class, Taken.class).desk());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Desk desk = isBesideOthers(context) ? store(context).get(Desk.class, Taken.class).desk() : deskOfQuarkus(context);
        return store(context).computeIfAbsent(Visitor.class, key -> Visitor.arrive(desk), Visitor.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitor visitor = store(context).get(Visitor.class, Visitor.class);
        if (visitor != null && context.getExecutionException().isPresent()) {
            visitor.picture(FAILED.resolve(context.getRequiredTestMethod().getName() + ".png"));
        }
    }

    /// Wrapped, as JUnit closes what it finds in a store: the desk outlives the class that has taken it.
    private record Taken(Desk desk) {}

    private static boolean isBesideOthers(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(PageTests.class);
    }

    private static Desks desks(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(Desks.class, key -> new Desks(), Desks.class);
    }

    private static Desk deskOfQuarkus(ExtensionContext context) {
        URI server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        return context.getRoot().getStore(OURS).computeIfAbsent(server, key -> Desk.at(server, () -> {}), Desk.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(OURS);
    }

    private static boolean say(String sentence) {
        System.out.println(sentence + " They count as skipped.");
        return true;
    }
}
