package org.asterism.language.corpus.classes;

/** Fields and static methods are hidden, not overridden. */
public final class FieldsAndStatics {
    private FieldsAndStatics() {}

    private static class Base {
        String name = "base";
        static String kind = "BASE";

        static String make() {
            return "Base.make";
        }

        String name() {
            return name;
        }
    }

    private static class Derived extends Base {
        String name = "derived";
        static String kind = "DERIVED";

        static String make() {
            return "Derived.make";
        }

        @Override
        String name() {
            return name + "/" + super.name + "/" + ((Base) this).name + "/" + super.name();
        }
    }

    private static final class Third extends Derived {
        int name = 3;

        String all() {
            return name + " " + super.name + " " + ((Base) this).name + " " + kind + " " + make();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Third third = new Third();
        Derived derived = third;
        Base base = third;
        System.out.println(third.name + " " + derived.name + " " + base.name + " " + base.name());
        System.out.println(third.all());
        derived.name = "changed";
        System.out.println(base.name() + " " + base.name + " " + Base.kind + Derived.kind + Third.kind + Base.make() + Derived.make() + Third.make());
        Derived.kind = "x";
        System.out.println(Base.kind + Third.kind);
    }
}
