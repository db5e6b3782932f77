package org.asterism.language.corpus.classes;

import org.asterism.language.corpus.classes.other.Neighbour;

/** A method that another package cannot see is not overridden there, unless one in between that it can see is. */
public final class PackagePrivate {
    private PackagePrivate() {}

    /** A class with a method for its own package. */
    public static class Local {
        /** Makes one. */
        public Local() {}

        String secret() {
            return "local";
        }

        /** Calls it. */
        public String reveal() {
            return secret();
        }
    }

    private static final class Again extends Neighbour {
        @Override
        public String secret() {
            return "again";
        }
    }

    /** Shows to everybody what its superclass shows to its package. */
    public static class Shown extends Local {
        /** Makes one. */
        public Shown() {}

        @Override
        protected String secret() {
            return "shown";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Neighbour neighbour = new Neighbour();
        System.out.println(neighbour.secret() + " " + neighbour.reveal() + " " + ((Local) neighbour).secret());
        Local again = new Again();
        System.out.println(again.secret() + " " + again.reveal() + " " + ((Neighbour) again).secret());
        Local overridden = new Neighbour.Visitor();
        System.out.println(overridden.secret() + " " + overridden.reveal() + " " + ((Shown) overridden).secret());
    }
}
