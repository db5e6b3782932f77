package org.asterism.language.corpus.classes;

/** Sealed hierarchies of records, classes, enums and interfaces. */
public final class SealedTypes {
    private SealedTypes() {}

    private sealed interface Expression permits Constant, Sum, Product, Special {}

    private record Constant(int value) implements Expression {}

    private record Sum(Expression left, Expression right) implements Expression {}

    private static final class Product implements Expression {
        private final Expression left;
        private final Expression right;

        private Product(Expression left, Expression right) {
            this.left = left;
            this.right = right;
        }
    }

    private enum Special implements Expression { ZERO, ONE }

    private abstract static sealed class Node permits Leaf, Branch {}

    private static final class Leaf extends Node {}

    private static non-sealed class Branch extends Node {}

    private static final class Twig extends Branch {}

    private static int evaluate(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant.value();
        } else if (expression instanceof Sum sum) {
            return evaluate(sum.left()) + evaluate(sum.right());
        } else if (expression instanceof Product product) {
            return evaluate(product.left) * evaluate(product.right);
        }
        return ((Special) expression).ordinal();
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Expression expression = new Sum(new Product(new Constant(6), new Constant(7)), new Sum(Special.ONE, Special.ZERO));
        System.out.println(evaluate(expression));
        System.out.println(((Sum) expression).right());
        Node[] nodes = {new Leaf(), new Branch(), new Twig()};
        for (Node node : nodes) {
            System.out.println((node instanceof Leaf) + " " + (node instanceof Branch) + " " + node.getClass().getSimpleName());
        }
    }
}
