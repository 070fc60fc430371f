package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The product has no constructor and no method that only tests call.
@BesideOthers
class NothingForTestsAloneTest {
    /// Called by name: by the JVM, by the JDK for enums and objects, or by JMH for its profilers.
    private static final Set<String> CALLED_BY_NAME =
            Set.of("main", "values", "valueOf", "toString", "hashCode", "equals", "<clinit>");
    private static final String PROFILER = "org.openjdk.jmh.profile.Profiler";

    @Test
    void theProductItselfCallsWhatItHas() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(file -> !file.contains("jmh_generated"))
                .importPackages("dev.lanes");

        List<String> uncalled = product.stream()
                .filter(type -> !type.isAnnotation())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> !isCalled(unit) && !isCalledFromOutside(unit))
                .map(JavaCodeUnit::getFullName)
                .sorted()
                .toList();

        assertThat(product).hasSizeGreaterThan(500);
        assertThat(uncalled).isEmpty();
    }

    private static boolean isCalled(JavaCodeUnit unit) {
        return unit.getAccessesToSelf().stream().anyMatch(access -> !access.getOrigin().equals(unit));
    }

    private static boolean isCalledFromOutside(JavaCodeUnit unit) {
        JavaClass type = unit.getOwner();
        return unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                || CALLED_BY_NAME.contains(unit.getName())
                || hasAnnotations(unit)
                || isOfARecord(unit)
                || hasTwin(unit)
                || overrides(unit)
                || unit instanceof JavaConstructor && (!type.getAnnotations().isEmpty() || isNoObject(unit, type)
                        || type.isAssignableTo(PROFILER));
    }

    /// A framework finds it by its annotations.
    private static boolean hasAnnotations(JavaCodeUnit unit) {
        return !unit.getAnnotations().isEmpty()
                || unit.getParameters().stream().anyMatch(parameter -> !parameter.getAnnotations().isEmpty());
    }

    /// What JSON is made of, and made from.
    private static boolean isOfARecord(JavaCodeUnit unit) {
        return unit.getOwner().isRecord() && (unit instanceof JavaConstructor
                || unit.getRawParameterTypes().isEmpty() && Stream.of(unit.getOwner().reflect().getRecordComponents())
                        .map(RecordComponent::getName).anyMatch(unit.getName()::equals));
    }

    /// A plain kernel tells what its twin on the vector unit does, which may be the only one that is called.
    private static boolean hasTwin(JavaCodeUnit unit) {
        JavaClass type = unit.getOwner();
        return type.getPackage().getClasses().stream()
                .filter(other -> other.getSimpleName().equals("Vector" + type.getSimpleName()))
                .flatMap(other -> other.getMethods().stream())
                .anyMatch(twin -> twin.getName().equals(unit.getName()));
    }

    /// The private constructor of a class that nobody makes, or of an enum.
    private static boolean isNoObject(JavaCodeUnit unit, JavaClass type) {
        return unit.getModifiers().contains(JavaModifier.PRIVATE) && unit.getRawParameterTypes().isEmpty()
                || type.isEnum();
    }

    private static boolean overrides(JavaCodeUnit unit) {
        JavaClass type = unit.getOwner();
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(method -> method.getName().equals(unit.getName())
                        && method.getRawParameterTypes().size() == unit.getRawParameterTypes().size());
    }
}
