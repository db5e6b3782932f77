package org.asterism.language.corpus.strings;

/** A constant in another class, for Identity. */
public final class IdentityTwin {
    private IdentityTwin() {}

    static final String TEXT = "constant";

    /** Runs it. */
    public static void main(String[] arguments) {
        System.out.println(TEXT == "const" + "ant");
    }
}
