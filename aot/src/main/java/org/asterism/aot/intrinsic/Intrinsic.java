package org.asterism.aot.intrinsic;

/**
 * A method compiled to a C expression.
 *
 * @param template the expression; {@code $0}, {@code $1} … stand for the arguments, receiver first
 * @param checksReceiver whether a null receiver must be refused first
 * @param floating whether the expression computes with floating-point registers
 */
public record Intrinsic(String template, boolean checksReceiver, boolean floating) {
    /** The expression with arguments put in. */
    public String expand(String[] arguments) {
        String expanded = template;
        for (int i = arguments.length - 1; i >= 0; i--) {
            expanded = expanded.replace("$" + i, arguments[i]);
        }
        return expanded;
    }
}
