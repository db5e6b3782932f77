package org.asterism.language.corpus.classes;

/** Instance fields of every kind start at zero, also through recursion into constructors. */
public final class Initialized {
    private Initialized() {}

    private static final class Tree {
        private final int depth;
        private final Tree left;
        private final Tree right;
        private int visits;
        private String label;

        private Tree(int depth) {
            this.depth = depth;
            visits++;
            left = depth > 0 ? new Tree(depth - 1) : null;
            right = depth > 1 ? new Tree(depth - 2) : null;
            label += depth;
        }

        private int count() {
            return visits + (left == null ? 0 : left.count()) + (right == null ? 0 : right.count());
        }
    }

    private static class First {
        First() {
            init();
        }

        void init() {}
    }

    private static final class Second extends First {
        private int implicit;
        private int explicit = 0;
        private Object object;

        @Override
        void init() {
            implicit = 7;
            explicit = 8;
            object = "set";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Tree tree = new Tree(10);
        System.out.println(tree.count() + " " + tree.label + tree.right.left.depth);
        Second second = new Second();
        System.out.println(second.implicit + " " + second.explicit + " " + second.object);
    }
}
