package org.asterism.benchmarks;

/** Calls of an interface method that five classes implement, on receivers in irregular order. */
final class InterfaceCall implements Item {
    private static final int RECEIVERS = 1024;
    private static final int ROUNDS = 2048;

    /** What is called. */
    interface Operation {
        int apply(int value);
    }

    /** Adds a number. */
    record Add(int operand) implements Operation {
        @Override
        public int apply(int value) {
            return value + operand;
        }
    }

    /** Multiplies by a number. */
    record Multiply(int operand) implements Operation {
        @Override
        public int apply(int value) {
            return value * operand;
        }
    }

    /** Flips the bits of a number. */
    record Flip(int operand) implements Operation {
        @Override
        public int apply(int value) {
            return value ^ operand;
        }
    }

    /** Subtracts from a number. */
    record SubtractFrom(int operand) implements Operation {
        @Override
        public int apply(int value) {
            return operand - value;
        }
    }

    /** Shifts by a number. */
    record Rotate(int operand) implements Operation {
        @Override
        public int apply(int value) {
            return value << operand | value >>> -operand;
        }
    }

    private final Operation[] program = new Operation[RECEIVERS];

    InterfaceCall() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < RECEIVERS; i++) {
            program[i] = switch (numbers.next(5)) {
                case 0 -> new Add(i);
                case 1 -> new Multiply(i | 1);
                case 2 -> new Flip(i);
                case 3 -> new SubtractFrom(i);
                default -> new Rotate(i & 31);
            };
        }
    }

    @Override
    public String name() {
        return "call-interface";
    }

    @Override
    public int operations() {
        return RECEIVERS * ROUNDS;
    }

    @Override
    public long run() {
        int value = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : program) {
                value = operation.apply(value);
            }
        }
        return value;
    }
}
