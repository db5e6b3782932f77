package org.asterism.assembly.verify;

import java.util.Set;
import java.util.function.Function;
import org.asterism.assembly.TestBundle;

/**
 * One way in, and what keeps it shut.
 *
 * @param name what is tried
 * @param check the check that refuses it
 * @param line part of the one line that does
 * @param bundle builds it
 * @param profile the kernel's profile
 * @param alsoRefusedBy each check that still refuses it when this one is switched off; none if it then gets through
 */
record HostileBundle(String name, Check check, String line, Function<Bank, TestBundle> bundle, String profile, Set<Check> alsoRefusedBy) {
    private static final String ROGUE = "org.example.rogue.Rogue";

    /** One class {@code Rogue} with the members given, compiled against the doctored bank. */
    static HostileBundle of(String name, Check check, String line, String members) {
        return ofClass(name, check, line, ROGUE, "import org.example.bank.*; public class Rogue { " + members + " }");
    }

    /** One class of the given text, compiled against the doctored bank. */
    static HostileBundle ofClass(String name, Check check, String line, String className, String text) {
        return of(name, check, line, bank -> TestBundle.of("org.example.rogue", "1.0.0").on(bank.doctored()).source(className, text));
    }

    /** One class file, made by hand. */
    static HostileBundle ofBytes(String name, Check check, String line, Forgery forgery) {
        return of(name, check, line, bank -> rogue().replacing(forgery.path(), forgery.bytes()));
    }

    static HostileBundle of(String name, Check check, String line, Function<Bank, TestBundle> bundle) {
        return new HostileBundle(name, check, line, bundle, "kernel", Set.of());
    }

    /** A bundle with one harmless class. */
    static TestBundle rogue() {
        return TestBundle.of("org.example.rogue", "1.0.0").replacing("org/example/rogue/Rogue.class", Forgery.named("org/example/rogue/Rogue").bytes());
    }

    HostileBundle claiming(String header, String value) {
        return new HostileBundle(name, check, line, bank -> bundle.apply(bank).claiming(header, value), profile, alsoRefusedBy);
    }

    HostileBundle alsoRefusedBy(Check... others) {
        return new HostileBundle(name, check, line, bundle, profile, Set.of(others));
    }

    HostileBundle underProfile(String other) {
        return new HostileBundle(name, check, line, bundle, other, alsoRefusedBy);
    }

    @Override
    public String toString() {
        return name;
    }
}
