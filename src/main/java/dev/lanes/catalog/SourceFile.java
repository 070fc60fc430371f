package dev.lanes.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the cutter needs to know of a parsed file.
///
/// @param file path from the source root
/// @param imports qualified names by simple name
/// @param staticImports qualified type names by member name; `*` stands for all members of the last one so imported
record SourceFile(
        String file,
        String packageName,
        Map<String, String> imports,
        Map<String, String> staticImports,
        List<Type> types) {

    /// A class, interface, record or enum, nested ones too.
    ///
    /// @param name with the names of the types around it, such as `WorkerPool.Chunk`
    /// @param parent name of the class it extends as the file spells it; null where it extends none
    /// @param fields names of the fields, in the order of the file
    record Type(String name, String parent, List<String> fields, List<Method> methods) {
        /// Whether `other` is this type or stands somewhere around it.
        boolean within(Type other) {
            return name.equals(other.name) || name.startsWith(other.name + ".");
        }
    }

    /// A method with a body.
    record Method(
            String name, int parameters, boolean varargs, int firstLine, int lastLine, String text, List<Call> calls) {

        boolean answers(Call call) {
            return name.equals(call.name())
                    && (call.arguments() == Call.ANY
                            || call.arguments() == parameters
                            || (varargs && call.arguments() >= parameters - 1));
        }
    }

    /// A call, or a method reference.
    ///
    /// @param receiver the type it is made on, as the file spells it; null for the type it stands in
    /// @param arguments their number, or [#ANY] for a method reference
    record Call(String receiver, String name, int arguments) {
        static final int ANY = -1;
    }

    Optional<Type> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// The type with this simple name, wherever in the file it is nested.
    Optional<Type> typeCalled(String name) {
        return types.stream()
                .filter(type -> type.name().equals(name) || type.name().endsWith("." + name))
                .findFirst();
    }

    /// The type and those around it, from the inside out.
    Stream<Type> outward(Type from) {
        return types.reversed().stream().filter(from::within);
    }
}
