package org.asterism.language.corpus.classes;

/** Nested classes reach each other's private members. */
public final class NestedAccess {
    private NestedAccess() {}

    private int secret = 1;
    private static int shared = 10;

    private int bump() {
        return ++secret;
    }

    private static final class Nested {
        private int own = 100;
        private final NestedAccess outer = new NestedAccess();

        private int work() {
            outer.secret += 5;
            shared++;
            return outer.bump() + outer.secret++ + shared;
        }

        private class Inner {
            private int depth = own++;

            private int reach(NestedAccess other) {
                own += depth;
                other.secret = own;
                return other.bump() + Other.twice(own);
            }
        }
    }

    private static class Other {
        private static int twice(int n) {
            return n * 2 + shared--;
        }

        private long wide = 5L;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Nested nested = new Nested();
        System.out.println(nested.work() + " " + nested.outer.secret + " " + shared);
        Nested.Inner inner = nested.new Inner();
        NestedAccess access = new NestedAccess();
        System.out.println(inner.reach(access) + " " + inner.depth + " " + access.secret + " " + nested.own);
        Other other = new Other();
        other.wide *= 3;
        other.wide++;
        System.out.println(other.wide-- + " " + other.wide);
    }
}
