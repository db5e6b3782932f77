package org.asterism.language.corpus.interfaces;

/** Default methods: inherited, overridden, called by super, and beaten by classes. */
public final class Defaults {
    private Defaults() {}

    private interface Named {
        String name();

        default String greet() {
            return "hello " + name();
        }
    }

    private interface Polite extends Named {
        @Override
        default String greet() {
            return "dear " + name() + ", " + Named.super.greet();
        }
    }

    private static class Person implements Named {
        @Override
        public String name() {
            return "person";
        }
    }

    private static class PolitePerson extends Person implements Polite {}

    private static class Rude {
        public String greet() {
            return "go away";
        }
    }

    private static final class RudePerson extends Rude implements Polite {
        @Override
        public String name() {
            return "rude";
        }
    }

    private static final class Own extends PolitePerson {
        @Override
        public String greet() {
            return "own " + super.greet();
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Named[] all = {new Person(), new PolitePerson(), new RudePerson(), new Own(), () -> "lambda", (Polite) () -> "polite lambda"};
        for (Named each : all) {
            System.out.println(each.greet());
        }
        System.out.println(new RudePerson().greet() + new Own().name());
    }
}
