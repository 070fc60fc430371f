package dev.lanes.page;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a page test its [Visitor], in a browser that all page tests share. Without a browser the tests count as
/// skipped, and on a build server they fail. What the visitor saw when a test failed is in `target/screenshots/failed`.
final class Browsing implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
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
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot().getStore(OURS)
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        URI server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        BrowserContext desk = context.getRoot().getStore(OURS)
                .computeIfAbsent(server, key -> Visitor.desk(chromium.browser(), server), BrowserContext.class);
        return store(context).computeIfAbsent(Visitor.class, key -> Visitor.arrive(desk, server), Visitor.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitor visitor = store(context).get(Visitor.class, Visitor.class);
        if (visitor != null && context.getExecutionException().isPresent()) {
            visitor.picture(FAILED.resolve(context.getRequiredTestMethod().getName() + ".png"));
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(OURS);
    }

    private static boolean say(String sentence) {
        System.out.println(sentence + " They count as skipped.");
        return true;
    }
}
