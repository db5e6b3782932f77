package org.asterism.assembly.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Writes the system call table: one switch whose cases call the handlers directly. */
final class SyscallSwitchWriter {
    /** Simple name of the generated class. */
    static final String CLASS_NAME = "SyscallSwitch";

    private SyscallSwitchWriter() {}

    /**
     * The source of the class.
     *
     * @param providers components with handlers, in the order of the constructor's parameters
     * @param calls by number
     */
    static String write(List<Component> providers, SortedMap<Integer, SyscallMethod> calls) {
        Map<Component, String> variables = new LinkedHashMap<>();
        Map<Component, String> names = JavaText.variables(providers);
        providers.forEach(provider -> variables.put(provider, names.get(provider) + "Calls"));
        return """
                package %s;

                import org.asterism.kernel.KernelException;
                import org.asterism.kernel.abi.Errno;
                import org.asterism.kernel.process.UserThread;
                import org.asterism.kernel.syscall.SyscallTable;

                /** Every system call of this kernel. Generated. */
                public final class %s implements SyscallTable {
                %s
                    /** Takes the components with handlers. */
                    public %2$s(%s) {
                %s    }

                    @Override
                    public long call(UserThread thread, int number, long a, long b, long c, long d, long e, long f)
                            throws KernelException {
                        switch (number) {
                %s            default:
                                throw KernelException.of(Errno.ENOSYS);
                        }
                    }

                    @Override
                    public String name(int number) {
                        switch (number) {
                %s            default:
                                return null;
                        }
                    }

                    @Override
                    public String bundle(int number) {
                        switch (number) {
                %s            default:
                                return null;
                        }
                    }
                }
                """.formatted(GeneratedNames.PACKAGE, CLASS_NAME,
                fields(variables), parameters(variables), assignments(variables),
                cases(variables, calls.values()), texts(calls.values(), SyscallMethod::name),
                texts(calls.values(), call -> call.provider().bundle().symbolicName()));
    }

    private static String type(Component component) {
        return component.implementation().replace('$', '.');
    }

    private static String fields(Map<Component, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> "    private final " + type(entry.getKey()) + " " + entry.getValue() + ";\n")
                .collect(Collectors.joining());
    }

    private static String parameters(Map<Component, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> type(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String assignments(Map<Component, String> variables) {
        return variables.values().stream()
                .map(variable -> "        this." + variable + " = " + variable + ";\n")
                .collect(Collectors.joining());
    }

    private static String cases(Map<Component, String> variables, Collection<SyscallMethod> calls) {
        StringBuilder cases = new StringBuilder();
        for (SyscallMethod call : calls) {
            StringBuilder arguments = new StringBuilder("thread");
            for (int index = 0; index < call.parameters().size(); index++) {
                char argument = (char) ('a' + index);
                arguments.append(", ").append(call.parameters().get(index) == Type.INT_TYPE ? "(int) " : "").append(argument);
            }
            cases.append("            case ").append(call.number()).append(": // ").append(call.name()).append('\n');
            cases.append("                return ").append(variables.get(call.provider())).append('.').append(call.method())
                    .append('(').append(arguments).append(");\n");
        }
        return cases.toString();
    }

    private static String texts(Collection<SyscallMethod> calls, Function<SyscallMethod, String> text) {
        return calls.stream()
                .map(call -> "            case " + call.number() + ":\n                return " + JavaText.quote(text.apply(call)) + ";\n")
                .collect(Collectors.joining());
    }
}
