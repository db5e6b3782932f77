package org.asterism.aot.profile;

/**
 * One line of a profile.
 *
 * @param action what happens to the subject
 * @param subject a package, class or member in source form: {@code java.text}, {@code java.lang.String.format}
 * @param value the constant of {@link Action#CONSTANT}, else null
 * @param reason why the rule exists; it is shown in errors and thrown by cuts
 */
public record Rule(Action action, String subject, String value, String reason) {

    /** What a rule does. */
    public enum Action {
        /** Code below this prefix is outside the profile. */
        DENY,
        /** Code below this prefix is inside; the longest prefix wins. */
        ALLOW,
        /** A class that a list names: inside, with the classes nested in it. */
        HOLD,
        /** The method throws {@code UnsupportedOperationException("cut: …")} when java.base calls it. */
        CUT,
        /** The method does nothing and returns zero or null. */
        NOP,
        /** The method returns its receiver. */
        THIS,
        /** The method always returns, or the static field always holds, the value. */
        CONSTANT
    }

    /** Whether code that reaches the subject throws, instead of going on without it. */
    public boolean isThrowing() {
        return action == Action.CUT || action == Action.DENY;
    }
}
