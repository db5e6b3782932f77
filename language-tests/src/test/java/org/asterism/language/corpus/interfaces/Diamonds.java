package org.asterism.language.corpus.interfaces;

/** Diamonds of interfaces: the most specific default wins, conflicts are resolved by hand. */
public final class Diamonds {
    private Diamonds() {}

    private interface Top {
        default String m() {
            return "Top";
        }

        default String n() {
            return "n" + m();
        }
    }

    private interface Left extends Top {
        @Override
        default String m() {
            return "Left";
        }
    }

    private interface Right extends Top {}

    private interface OtherRight extends Top {
        @Override
        default String m() {
            return "OtherRight";
        }
    }

    private static class Both implements Left, Right {}

    private static class Swapped implements Right, Left {}

    private static final class Resolved implements Left, OtherRight {
        @Override
        public String m() {
            return Left.super.m() + OtherRight.super.m();
        }
    }

    private static class Base implements Top {}

    private static final class Late extends Base implements Left {}

    private abstract static class Abstract implements Left {
        @Override
        public abstract String m();
    }

    private static final class Concrete extends Abstract {
        @Override
        public String m() {
            return "Concrete" + n().length();
        }

        @Override
        public String n() {
            return "fixed";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Top[] all = {new Both(), new Swapped(), new Resolved(), new Base(), new Late(), new Concrete(), new Right() { }, new Left() { }};
        for (Top each : all) {
            System.out.println(each.m() + " " + each.n());
        }
        Left left = new Late();
        Right right = new Both();
        System.out.println(left.m() + right.m());
    }
}
