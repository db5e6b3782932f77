package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.ofClass;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.asterism.assembly.TestBundle;

/** Ways in by inheritance. */
final class InheritanceCases {
    private InheritanceCases() {}

    static Stream<HostileBundle> all() {
        return Stream.of(
                ofClass("a subclass of a final class", Check.FINAL_CLASS, "Round: extends final class org.example.bank.Circle",
                        "org.example.rogue.Round", "public class Round extends org.example.bank.Circle { }").alsoRefusedBy(Check.TYPES),
                ofClass("a subclass that is not permitted", Check.SEALED_TYPE, "Square: extends sealed type org.example.bank.Shape, which does not permit it",
                        "org.example.rogue.Square", "public class Square extends org.example.bank.Shape { }").alsoRefusedBy(Check.TYPES),
                ofClass("a final method overridden", Check.FINAL_METHOD, "Mine.close: overrides final method org.example.bank.Account.close",
                        "org.example.rogue.Mine", "public class Mine extends org.example.bank.Account { Mine() { super(1); } public void close() { } }")
                        .alsoRefusedBy(Check.TYPES),
                of("a package-private method called as that of an interface", Check.IMPLEMENTATION_ACCESS,
                        "Inspector.review: has package-private method org.example.bank.Account.review for that of interface org.example.rogue.Way;"
                                + " declare it, public, in the class", bank -> inspector(bank, "void review();")),
                of("a protected method called as that of an interface", Check.IMPLEMENTATION_ACCESS,
                        "Inspector.drain: has protected method org.example.bank.Account.drain for that of interface org.example.rogue.Way",
                        bank -> inspector(bank, "default void drain() { }")),
                of("a method of Object called as that of an interface", Check.IMPLEMENTATION_ACCESS,
                        "Forged.clone: has protected method java.lang.Object.clone for that of interface org.example.rogue.Copying",
                        bank -> rogue().source("org.example.rogue.Copying", "public interface Copying extends Cloneable { Object clone(); }")
                                .replacing("org/example/rogue/Forged.class", Forgery.extending("java/lang/Object", "org/example/rogue/Copying").bytes())),
                of("a class implemented", Check.SUPERTYPE_KIND, "Forged: implements class org.example.bank.Account",
                        bank -> rogue().on(bank.doctored()).source("org.example.rogue.Guest", "class Guest { org.example.bank.Account account; }")
                                .replacing("org/example/rogue/Forged.class", Forgery.extending("java/lang/Object", "org/example/bank/Account").bytes()))
                        .alsoRefusedBy(Check.TYPES),
                ofBytes("an interface extended", Check.SUPERTYPE_KIND, "Forged: extends interface java.lang.Runnable",
                        Forgery.extending("java/lang/Runnable")).alsoRefusedBy(Check.TYPES),
                of("a class that inherits from itself", Check.CIRCULARITY, "inherits from itself",
                        bank -> rogue().replacing("org/example/rogue/Egg.class", Forgery.named("org/example/rogue/Egg", "org/example/rogue/Hen").bytes())
                                .replacing("org/example/rogue/Hen.class", Forgery.named("org/example/rogue/Hen", "org/example/rogue/Egg").bytes()))
                        .alsoRefusedBy(Check.HIERARCHY_SIZE, Check.TYPES),
                of("a hierarchy without end", Check.HIERARCHY_SIZE, "inherits through more than 100 levels, or in more than 1000 ways; flatten its hierarchy",
                        bank -> chain(101)));
    }

    /** An account that implements an interface of its own, whose method it is called by. */
    private static TestBundle inspector(Bank bank, String method) {
        return TestBundle.of("org.example.rogue", "1.0.0").on(bank.doctored())
                .source("org.example.rogue.Way", "interface Way { " + method + " }")
                .source("org.example.rogue.Inspector", "public class Inspector extends org.example.bank.Account implements Way { Inspector() { super(1); } }");
    }

    /** Classes that each extend the one before. */
    static TestBundle chain(int length) {
        TestBundle bundle = rogue();
        for (int i = 0; i < length; i++) {
            String name = "org/example/rogue/Link" + i;
            String superName = i == 0 ? "java/lang/Object" : "org/example/rogue/Link" + (i - 1);
            bundle.replacing(name + ".class", Forgery.named(name, superName).bytes());
        }
        return bundle;
    }
}
