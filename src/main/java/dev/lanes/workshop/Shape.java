package dev.lanes.workshop;

import static java.lang.classfile.ClassFile.ACC_ABSTRACT;
import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_INTERFACE;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What code in other files sees of a class: itself and its members that are not private, with what they look like.
///
/// @param members by name, of methods with the descriptor, and of the class itself [#ITSELF]
/// @param hidden whether nothing outside of its file can name it
record Shape(Map<String, String> members, boolean hidden) {
    static final String ITSELF = "";
    private static final int SEEN =
            ACC_PUBLIC | ACC_PROTECTED | ACC_STATIC | ACC_FINAL | ACC_ABSTRACT | ACC_INTERFACE;

    static Shape of(ClassModel type) {
        Map<String, String> members = new TreeMap<>();
        members.put(ITSELF, String.join(" ",
                flags(itself(type).map(InnerClassInfo::flagsMask).findFirst().orElse(type.flags().flagsMask())),
                type.superclass().map(ClassEntry::asInternalName).orElse(""),
                type.interfaces().stream().map(ClassEntry::asInternalName).toList().toString(), annotations(type)));
        for (FieldModel field : type.fields()) {
            if (seen(field.flags().flagsMask())) {
                String value = field.findAttribute(Attributes.constantValue())
                        .map(constant -> constant.constant().constantValue().toString()).orElse("");
                members.put(field.fieldName().stringValue(), String.join(" ",
                        flags(field.flags().flagsMask()), field.fieldType().stringValue(), value, annotations(field)));
            }
        }
        for (MethodModel method : type.methods()) {
            if (seen(method.flags().flagsMask())) {
                members.put(method.methodName().stringValue() + method.methodType().stringValue(), String.join(" ",
                        flags(method.flags().flagsMask()),
                        method.findAttribute(Attributes.exceptions())
                                .map(thrown -> names(thrown.exceptions())).orElse(""),
                        annotations(method)));
            }
        }
        return new Shape(members, hidden(type));
    }

    /// The classes directly or indirectly in that one that code in other files can name.
    static Stream<String> nestedIn(ClassModel outermost) {
        String within = outermost.thisClass().asInternalName() + "$";
        return inner(outermost)
                .filter(one -> one.innerClass().asInternalName().startsWith(within))
                .filter(one -> one.outerClass().isPresent() && seen(one.flagsMask()))
                .map(one -> one.innerClass().asInternalName());
    }

    /// A member's name without its descriptor; that of a constructor is `<init>`.
    static String simple(String member) {
        return member.split("\\(", 2)[0];
    }

    /// As a sentence names it.
    static String shown(String type, String member) {
        String own = plain(type);
        return switch (simple(member)) {
            case ITSELF -> "The class " + own;
            case "<init>" -> "The constructor of " + own;
            case String name -> own + "." + name;
        };
    }

    /// `Outer.Nested` of `a/package/Outer$Nested`.
    static String plain(String type) {
        return type.substring(type.lastIndexOf('/') + 1).replace('$', '.');
    }

    private static boolean hidden(ClassModel type) {
        return itself(type).anyMatch(one -> one.outerClass().isEmpty() || !seen(one.flagsMask()))
                || type.thisClass().asInternalName().contains("$") && itself(type).findAny().isEmpty();
    }

    private static Stream<InnerClassInfo> itself(ClassModel type) {
        return inner(type).filter(one -> one.innerClass().equals(type.thisClass()));
    }

    private static Stream<InnerClassInfo> inner(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses()).stream().flatMap(all -> all.classes().stream());
    }

    private static boolean seen(int flags) {
        return (flags & (ACC_PRIVATE | ACC_SYNTHETIC)) == 0;
    }

    private static String flags(int all) {
        return Integer.toHexString(all & SEEN);
    }

    private static String names(List<ClassEntry> classes) {
        return classes.stream().map(ClassEntry::asInternalName).sorted().toList().toString();
    }

    private static String annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .map(Shape::text)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String text(Annotation annotation) {
        return "@" + annotation.className().stringValue() + annotation.elements().stream()
                .map((AnnotationElement one) -> one.name().stringValue() + "=" + text(one.value()))
                .sorted()
                .toList();
    }

    private static String text(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfAnnotation nested -> text(nested.annotation());
            case AnnotationValue.OfArray array -> array.values().stream().map(Shape::text).toList().toString();
            case AnnotationValue.OfClass type -> type.className().stringValue();
            case AnnotationValue.OfEnum constant ->
                constant.className().stringValue() + "." + constant.constantName().stringValue();
            case AnnotationValue.OfConstant constant -> constant.resolvedValue().toString();
        };
    }
}
