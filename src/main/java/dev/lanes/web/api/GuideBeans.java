package dev.lanes.web.api;

import dev.lanes.guide.Guide;
import dev.lanes.guide.Glossary;
import dev.lanes.guide.GuideFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The guide as the app carries it.
@ApplicationScoped
class GuideBeans {

    @Produces
    @Singleton
    Glossary glossary() {
        return new Glossary(GuideFiles.onClassPath(Thread.currentThread().getContextClassLoader(), "glossary"));
    }

    @Produces
    @Singleton
    Guide guide() {
        return new Guide(GuideFiles.onClassPath(Thread.currentThread().getContextClassLoader(), "guide"));
    }
}
