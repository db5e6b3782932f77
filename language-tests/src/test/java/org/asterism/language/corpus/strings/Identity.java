package org.asterism.language.corpus.strings;

/** Which strings are the same object: constants are, computed ones are not until interned. */
public final class Identity {
    private Identity() {}

    private static final String CONSTANT = "con" + "stant";
    private static final String COMPUTED = "con".concat("stant");

    private interface Other {
        String CONSTANT = "constant";
    }

    private static String part() {
        return "stant";
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        String literal = "constant";
        final String con = "con";
        String notFinal = "con";
        System.out.println((literal == CONSTANT) + " " + (literal == Other.CONSTANT) + " " + (literal == con + "stant") + " " + (literal == notFinal + "stant"));
        System.out.println((literal == COMPUTED) + " " + (literal == COMPUTED.intern()) + " " + (literal == (con + part()).intern()) + " " + literal.equals(COMPUTED));
        System.out.println((literal == new String(literal)) + " " + (new String(literal).intern() == literal) + " " + (literal.toString() == literal));
        System.out.println((literal.trim() == literal) + " " + (literal.substring(0) == literal) + " " + (literal.concat("") == literal) + " " + (literal.replace('z', 'y') == literal));
        String made = "m" + System.nanoTime();
        System.out.println((made.intern() == made.intern()) + " " + (made.intern() == new String(made).intern()));
        System.out.println(("" + 1 == "1") + " " + ('a' + "b" == "ab") + " " + (true + "" == "true") + " " + (1.0f + "" == "1.0"));
        Object object = literal;
        System.out.println((object == CONSTANT) + " " + (String.valueOf(object) == literal) + " " + (IdentityTwin.TEXT == literal));
        switch (COMPUTED) {
            case CONSTANT -> System.out.println("switches compare content");
            default -> System.out.println("wrong");
        }
    }
}
