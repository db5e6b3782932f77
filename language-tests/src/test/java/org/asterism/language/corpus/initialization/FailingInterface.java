package org.asterism.language.corpus.initialization;

/** A class that uses a field of its own interface takes what the interface's initialiser throws. */
public final class FailingInterface {
    private FailingInterface() {}

    private interface Source {
        int VALUE = fail();

        private static int fail() {
            throw new IllegalStateException("no value");
        }
    }

    private static final class User implements Source {
        static int get() {
            return VALUE;
        }

        int twice() {
            return get() + get();
        }
    }

    private interface Lambda {
        int MADE = announce();

        private static int announce() {
            System.out.println("Lambda initialised");
            return 1;
        }

        int run();

        default int more() {
            return run() + MADE;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println(i == 0 ? User.get() : new User().twice());
            } catch (LinkageError e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
        System.out.println("before");
        Lambda lambda = () -> 5;
        System.out.println("made");
        System.out.println(lambda.more());
    }
}
