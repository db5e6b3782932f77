package org.asterism.language.corpus.classes.other;

import org.asterism.language.corpus.classes.PackagePrivate;

/** A subclass in another package, whose method does not override what it cannot see. */
public class Neighbour extends PackagePrivate.Local {
    /** Makes one. */
    public Neighbour() {}

    /** Hides nothing. */
    public String secret() {
        return "neighbour";
    }

    /** Overrides what is shown to it, and with that what is not. */
    public static class Visitor extends PackagePrivate.Shown {
        /** Makes one. */
        public Visitor() {}

        @Override
        protected String secret() {
            return "visitor";
        }
    }
}
