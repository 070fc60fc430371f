package dev.lanes.catalog;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts a variant and everything of ours that it calls out of the source files. Calls are matched by name and number
/// of arguments; overloads that differ in types only are all shown.
final class CodeCutter {
    private static final List<String> SHOWN =
            List.of("dev.lanes.experiment", "dev.lanes.kernel", "dev.lanes.pool", "dev.lanes.blas");

    private static final Pattern FILE = Pattern.compile("(\\w+/)+\\w+\\.java");

    private final Sources sources;
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    CodeCutter(Sources sources) {
        this.sources = sources;
    }

    /// Names of the methods with a body, in the order of the file.
    List<String> methodNames(String className) {
        return place(className).type().methods().stream().map(SourceFile.Method::name).toList();
    }

    List<String> fieldNames(String className) {
        return place(className).type().fields();
    }

    /// The text of a file in one of the packages shown; empty if there is none with that name.
    Optional<String> text(String file) {
        boolean shown = FILE.matcher(file).matches()
                && SHOWN.stream().anyMatch(one -> file.startsWith(one.replace('.', '/') + "/"));
        return shown && sources.version(file).isPresent() ? Optional.of(sources.read(file)) : Optional.empty();
    }

    /// @throws IllegalStateException where there is no such file or method
    List<CodePiece> cut(String className, String methodName) {
        Place start = place(className);
        SourceFile.Method variant = start.type().methods().stream()
                .filter(method -> method.name().equals(methodName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(className + " has no method " + methodName));

        Map<String, CodePiece> pieces = new LinkedHashMap<>();
        Queue<Found> reached = new ArrayDeque<>(List.of(new Found(start, variant)));
        while (!reached.isEmpty()) {
            Found found = reached.remove();
            String name = found.place().file().file() + ":" + found.method().firstLine();
            if (pieces.putIfAbsent(name, piece(found, pieces.isEmpty())) == null) {
                for (SourceFile.Call call : found.method().calls()) {
                    reached.addAll(answers(found.place(), call));
                }
            }
        }
        return List.copyOf(pieces.values());
    }

    private static CodePiece piece(Found found, boolean first) {
        SourceFile file = found.place().file();
        SourceFile.Method method = found.method();
        boolean pool = file.packageName().equals("dev.lanes.pool") || found.place().type().name().equals("Pooled");
        CodePiece.Role role = first ? CodePiece.Role.VARIANT : pool ? CodePiece.Role.POOL : CodePiece.Role.KERNEL;
        return new CodePiece(file.file(), method.firstLine(), method.lastLine(), method.text(), role);
    }

    private List<Found> answers(Place from, SourceFile.Call call) {
        Stream<Place> places = call.receiver() == null
                ? Stream.concat(
                        from.file().outward(from.type()).map(type -> new Place(from.file(), type)),
                        staticallyImported(from.file(), call.name()))
                : resolve(from.file(), call.receiver()).stream();
        return places.map(place -> answers(place, call, 0))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// The methods of the type that answer the call, or else those of the class it extends.
    private List<Found> answers(Place place, SourceFile.Call call, int depth) {
        List<Found> own = place.type().methods().stream()
                .filter(method -> method.answers(call))
                .map(method -> new Found(place, method))
                .toList();
        if (!own.isEmpty() || place.type().parent() == null || depth > 10) {
            return own;
        }
        return resolve(place.file(), place.type().parent())
                .map(parent -> answers(parent, call, depth + 1))
                .orElse(List.of());
    }

    private Stream<Place> staticallyImported(SourceFile file, String name) {
        return Stream.of(name, "*").map(file.staticImports()::get).flatMap(type -> find(type).stream());
    }

    private Optional<Place> resolve(SourceFile file, String name) {
        Optional<SourceFile.Type> here = file.typeCalled(name);
        if (here.isPresent()) {
            return here.map(type -> new Place(file, type));
        }
        String head = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String imported = file.imports().get(head);
        return imported != null
                ? find(imported + name.substring(head.length()))
                : find(file.packageName() + "." + name).or(() -> find(name));
    }

    /// Finds a type by its qualified name, in the file of the outermost type around it.
    private Optional<Place> find(String qualified) {
        if (qualified == null || SHOWN.stream().noneMatch(shown -> qualified.startsWith(shown + "."))) {
            return Optional.empty();
        }
        List<String> names = Arrays.asList(qualified.split("\\."));
        for (int outermost = names.size(); outermost > 0; outermost--) {
            String nested = String.join(".", names.subList(outermost - 1, names.size()));
            Optional<Place> place = file(String.join("/", names.subList(0, outermost)) + ".java")
                    .flatMap(file -> file.type(nested).map(type -> new Place(file, type)));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Place place(String className) {
        return find(className.replace('$', '.'))
                .orElseThrow(() -> new IllegalStateException("There is no source of " + className));
    }

    private Optional<SourceFile> file(String path) {
        OptionalLong version = sources.version(path);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Cached cached = cache.get(path);
        if (cached == null || cached.version() != version.getAsLong()) {
            cached = new Cached(version.getAsLong(), SourceParser.parse(path, sources.read(path)));
            cache.put(path, cached);
        }
        return Optional.of(cached.file());
    }

    private record Place(SourceFile file, SourceFile.Type type) {}

    private record Found(Place place, SourceFile.Method method) {}

    private record Cached(long version, SourceFile file) {}
}
