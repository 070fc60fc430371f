package dev.lanes.catalog;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the calls in a method's body, in their order. The receiver of `x.call()` is the declared type of `x` where
/// `x` is a parameter, a local variable or a field; else `x` itself, which may be a type.
final class CallScanner extends TreeScanner<Void, Void> {
    private static final Set<String> SELF = Set.of("this", "super");

    private final Map<String, String> typesOfVariables;
    private final Set<SourceFile.Call> calls = new LinkedHashSet<>();

    private CallScanner(Map<String, String> fields) {
        this.typesOfVariables = new HashMap<>(fields);
    }

    static List<SourceFile.Call> calls(MethodTree method, Map<String, String> fields) {
        CallScanner scanner = new CallScanner(fields);
        scanner.scan(method.getParameters(), null);
        scanner.scan(method.getBody(), null);
        return new ArrayList<>(scanner.calls);
    }

    /// The type's name as written, without type arguments; null for arrays, primitives and `var`.
    static String typeName(Tree type) {
        return switch (type) {
            case IdentifierTree identifier -> identifier.getName().toString();
            case MemberSelectTree select -> select.toString();
            case ParameterizedTypeTree parameterized -> typeName(parameterized.getType());
            case null, default -> null;
        };
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        String type = variable.getInitializer() instanceof NewClassTree made
                ? typeName(made.getIdentifier())
                : typeName(variable.getType());
        typesOfVariables.put(variable.getName().toString(), type);
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        int arguments = call.getArguments().size();
        switch (call.getMethodSelect()) {
            case IdentifierTree plain -> calls.add(new SourceFile.Call(null, plain.getName().toString(), arguments));
            case MemberSelectTree select ->
                add(select.getExpression(), select.getIdentifier().toString(), arguments);
            default -> {}
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
        add(reference.getQualifierExpression(), reference.getName().toString(), SourceFile.Call.ANY);
        return super.visitMemberReference(reference, nothing);
    }

    private void add(ExpressionTree on, String name, int arguments) {
        switch (on) {
            case IdentifierTree self when SELF.contains(self.getName().toString()) ->
                calls.add(new SourceFile.Call(null, name, arguments));
            case IdentifierTree identifier -> addOn(identifier.getName().toString(), name, arguments);
            case MemberSelectTree select when select.getExpression().toString().equals("this") ->
                addOn(select.getIdentifier().toString(), name, arguments);
            case MemberSelectTree type -> calls.add(new SourceFile.Call(type.toString(), name, arguments));
            case NewClassTree made -> addOn(typeName(made.getIdentifier()), name, arguments);
            default -> {}
        }
    }

    private void addOn(String variableOrType, String name, int arguments) {
        String type = typesOfVariables.containsKey(variableOrType)
                ? typesOfVariables.get(variableOrType)
                : variableOrType;
        if (type != null) {
            calls.add(new SourceFile.Call(type, name, arguments));
        }
    }
}
