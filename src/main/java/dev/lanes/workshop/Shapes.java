package dev.lanes.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Map;
import java.util.Optional;

/// Whether edited classes look the same to other code as the originals: the rest of the project, and what JMH has
/// generated, is not compiled again.
record Shapes(JavaCompilation compilation) {
    private static final String SUFFIX = ".class";

    /// Adds a problem for every difference that other code could see.
    void check() {
        for (String file : compilation.files()) {
            String outermost = file.substring(0, file.length() - ".java".length());
            Optional<ClassModel> whole = original(outermost);
            if (!compilation.classes().containsKey(outermost + SUFFIX) || whole.isEmpty()) {
                refuse(file, 1, "The file no longer has the class %s in its package.".formatted(
                        outermost.substring(outermost.lastIndexOf('/') + 1)));
                continue;
            }
            Shape.nestedIn(whole.get()).forEach(nested -> {
                if (!compilation.classes().containsKey(nested + SUFFIX)) {
                    refuse(file, 1, "The class %s is gone, which other code may use.".formatted(Shape.plain(nested)));
                }
            });
        }
        compilation.classes().forEach(this::check);
    }

    private void check(String path, byte[] bytes) {
        String name = path.substring(0, path.length() - SUFFIX.length());
        Optional<String> file = compilation.files().stream()
                .filter(one -> one.equals(name.split("\\$", 2)[0] + ".java"))
                .findFirst();
        if (file.isEmpty()) {
            refuse(compilation.files().getFirst(), 1, "The class %s is not the one that the file is named after."
                    .formatted(Shape.plain(name)));
            return;
        }
        Shape now = Shape.of(ClassFile.of().parse(bytes));
        Optional<Shape> before = original(name).map(Shape::of);
        if (now.hidden() && before.map(Shape::hidden).orElse(true)) {
            return;
        }
        Map<String, String> known = before.map(Shape::members).orElse(Map.of());
        known.forEach((member, looks) -> {
            if (!looks.equals(now.members().get(member))) {
                boolean there = now.members().containsKey(member);
                refuse(file.get(), compilation.places().line(name, Shape.simple(member)), there
                        ? "%s has other modifiers, type, value or annotations now, and compiled code relies on them."
                                .formatted(Shape.shown(name, member))
                        : "%s is gone or has another signature, and compiled code relies on it.".formatted(
                                Shape.shown(name, member)));
            }
        });
        now.members().forEach((member, looks) -> {
            if (!known.containsKey(member) && looks.contains("@")) {
                refuse(file.get(), compilation.places().line(name, Shape.simple(member)),
                        "%s is new and has an annotation, which takes effect only in a build.".formatted(
                                Shape.shown(name, member)));
            }
        });
    }

    private void refuse(String file, long line, String text) {
        compilation.add(CodeProblem.error(file, line, text));
    }

    private static Optional<ClassModel> original(String name) {
        try (InputStream bytes = Shapes.class.getClassLoader().getResourceAsStream(name + SUFFIX)) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException problem) {
            throw new UncheckedIOException("The class " + name + " cannot be read", problem);
        }
    }
}
