package org.asterism.language.corpus.classes;

import java.util.HashMap;
import java.util.Map;

/** A small interpreter of expressions over class hierarchies, visitors and maps. */
public final class Interpreters {
    private Interpreters() {}

    private interface Visitor<R> {
        R number(double value);

        R variable(String name);

        R operation(char operator, Node left, Node right);
    }

    private abstract static class Node {
        abstract <R> R accept(Visitor<R> visitor);
    }

    private static Node number(double value) {
        return new Node() {
            @Override
            <R> R accept(Visitor<R> visitor) {
                return visitor.number(value);
            }
        };
    }

    private static Node variable(String name) {
        return new Node() {
            @Override
            <R> R accept(Visitor<R> visitor) {
                return visitor.variable(name);
            }
        };
    }

    private static Node operation(char operator, Node left, Node right) {
        return new Node() {
            @Override
            <R> R accept(Visitor<R> visitor) {
                return visitor.operation(operator, left, right);
            }
        };
    }

    private static final class Parser {
        private final String text;
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private Node sum() {
            Node node = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                node = operation(text.charAt(at++), node, product());
            }
            return node;
        }

        private Node product() {
            Node node = atom();
            while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
                node = operation(text.charAt(at++), node, atom());
            }
            return node;
        }

        private Node atom() {
            char c = text.charAt(at++);
            if (c == '(') {
                Node node = sum();
                at++;
                return node;
            }
            if (Character.isDigit(c)) {
                int start = at - 1;
                while (at < text.length() && Character.isDigit(text.charAt(at))) {
                    at++;
                }
                return number(Integer.parseInt(text.substring(start, at)));
            }
            if (Character.isLetter(c)) {
                return variable(String.valueOf(c));
            }
            throw new IllegalArgumentException("unexpected " + c + " at " + (at - 1));
        }
    }

    private static final class Evaluator implements Visitor<Double> {
        private final Map<String, Double> variables = new HashMap<>();

        @Override
        public Double number(double value) {
            return value;
        }

        @Override
        public Double variable(String name) {
            Double value = variables.get(name);
            if (value == null) {
                throw new IllegalStateException("no " + name);
            }
            return value;
        }

        @Override
        public Double operation(char operator, Node left, Node right) {
            double a = left.accept(this);
            double b = right.accept(this);
            return switch (operator) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> a / b;
            };
        }
    }

    private static final class Printer implements Visitor<String> {
        @Override
        public String number(double value) {
            return String.valueOf((int) value);
        }

        @Override
        public String variable(String name) {
            return name;
        }

        @Override
        public String operation(char operator, Node left, Node right) {
            return "(" + left.accept(this) + operator + right.accept(this) + ")";
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Evaluator evaluator = new Evaluator();
        evaluator.variables.put("x", 2.5);
        for (String text : new String[] {"1+2*3", "(1+2)*3-x", "x/0", "7/2/x*(x-1)", "y+1", "1+?"}) {
            try {
                Node node = new Parser(text).sum();
                System.out.println(node.accept(new Printer()) + " = " + node.accept(evaluator));
            } catch (IllegalStateException | IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
