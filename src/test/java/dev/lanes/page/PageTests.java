package dev.lanes.page;

import dev.lanes.BesideOthers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of page tests in front of a [FakeServer]: it runs beside others.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@BesideOthers
@ExtendWith(Browsing.class)
@Tag("page")
@interface PageTests {}
