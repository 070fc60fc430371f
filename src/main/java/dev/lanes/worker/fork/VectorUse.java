package dev.lanes.worker.fork;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a method's code reaches the Vector API, directly or through methods and lambdas of this project.
///
/// Told by the compiled classes. What is called through an interface is not followed, as nobody knows its class.
public final class VectorUse {
    private static final String VECTORS = "jdk/incubator/vector/";
    private static final String OURS = "dev/lanes/";

    private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private VectorUse() {}

    /// Any method with that name.
    public static boolean reaches(Class<?> type, String method) {
        VectorUse use = new VectorUse();
        String owner = type.getName().replace('.', '/');
        return use.model(owner).stream()
                .flatMap(model -> model.methods().stream())
                .filter(one -> one.methodName().equalsString(method))
                .anyMatch(one -> use.found(owner, method, one.methodType().stringValue()));
    }

    private boolean found(String owner, String name, String type) {
        if (owner.startsWith(VECTORS) || type.contains(VECTORS)) {
            return true;
        }
        if (!owner.startsWith(OURS) || !seen.add(owner + "." + name + type)) {
            return false;
        }
        return model(owner).stream()
                .flatMap(model -> model.methods().stream())
                .filter(one -> one.methodName().equalsString(name) && one.methodType().equalsString(type))
                .anyMatch(this::inCode);
    }

    private boolean inCode(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(this::in);
    }

    private boolean in(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> found(
                    call.owner().asInternalName(), call.name().stringValue(), call.type().stringValue());
            case FieldInstruction field -> field.type().stringValue().contains(VECTORS);
            case InvokeDynamicInstruction lambda -> lambda.bootstrapArgs().stream().anyMatch(this::inHandle);
            default -> false;
        };
    }

    private boolean inHandle(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc handle && found(
                internalName(handle.owner().descriptorString()), handle.methodName(), handle.lookupDescriptor());
    }

    private static String internalName(String descriptor) {
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private Optional<ClassModel> model(String owner) {
        return classes.computeIfAbsent(owner, VectorUse::parsed);
    }

    private static Optional<ClassModel> parsed(String owner) {
        try (InputStream bytes = VectorUse.class.getClassLoader().getResourceAsStream(owner + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException problem) {
            throw new UncheckedIOException("The class " + owner + " cannot be read", problem);
        }
    }
}
