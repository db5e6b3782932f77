package org.asterism.language.programs;

/** Loops over arrays in every direction and past their ends, fields loaded again and again, comparisons of longs. */
public final class IndicesProgram {
    private static final int[] NUMBERS = {3, 1, 4, 1, 5, 9, 2, 6};

    private final int[] kept;
    private int[] changing;

    private IndicesProgram(int[] kept) {
        this.kept = kept;
        this.changing = kept;
    }

    /** Prints what the loops find. */
    public static void main(String[] arguments) {
        IndicesProgram program = new IndicesProgram(NUMBERS.clone());
        System.out.println(program.up() + " " + program.down() + " " + program.masked(17) + " " + program.shrinking());
        System.out.println(escape(() -> steps(NUMBERS, 3)) + " " + escape(() -> steps(NUMBERS, 1 << 30)));
        System.out.println(escape(() -> from(NUMBERS, -1)) + " " + escape(() -> from(NUMBERS, 7)));
        System.out.println(escape(() -> masked(new int[0], 5)) + " " + escape(() -> masked(new int[0], -1)));
        System.out.println(escape(() -> replaced(NUMBERS, new int[2])) + " " + escape(() -> countedDown(NUMBERS, 9)));
        System.out.println(escape(() -> beyond(NUMBERS, Integer.MAX_VALUE)) + " " + escape(() -> new IndicesProgram(null).up()));
        System.out.println(partitioned(NUMBERS.clone()));
        long[] longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
        StringBuilder order = new StringBuilder();
        for (long left : longs) {
            for (long right : longs) {
                order.append(left < right ? '<' : left > right ? '>' : left == right ? '=' : '?').append(left <= right ? 'l' : 'g');
                order.append(Long.compare(left, right) + 1).append(left >= right && left != right);
            }
        }
        System.out.println(order);
    }

    private static String escape(java.util.function.IntSupplier body) {
        try {
            return String.valueOf(body.getAsInt());
        } catch (RuntimeException failure) {
            return failure.getClass().getSimpleName() + (failure instanceof NullPointerException ? "" : failure.getMessage());
        }
    }

    private int up() {
        int sum = 0;
        for (int i = 0; i < kept.length; i++) {
            sum = sum * 3 + kept[i];
        }
        return sum;
    }

    private int down() {
        int sum = 0;
        for (int i = kept.length - 1; i >= 0; i--) {
            sum = sum * 3 + kept[i];
        }
        return sum;
    }

    private int masked(int hash) {
        return masked(kept, hash) + masked(kept, -hash);
    }

    private static int masked(int[] array, int hash) {
        int length = array.length;
        return array[length - 1 & hash];
    }

    private int shrinking() {
        int rounds = 0;
        try {
            for (int i = 0; i < changing.length; i++) {
                rounds += changing[i];
                changing = new int[changing.length - 1];
                rounds += changing[i];
            }
        } catch (ArrayIndexOutOfBoundsException end) {
            rounds += 1000;
        }
        return rounds;
    }

    private static int steps(int[] array, int step) {
        int sum = 0;
        for (int i = 0; i < array.length; i += step) {
            sum += array[i];
        }
        return sum;
    }

    private static int from(int[] array, int start) {
        int sum = 0;
        for (int i = start; i < array.length; i++) {
            sum += array[i];
        }
        return sum;
    }

    private static int replaced(int[] array, int[] other) {
        int[] current = array;
        int length = current.length;
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += current[i];
            current = other;
        }
        return sum;
    }

    private static int countedDown(int[] array, int start) {
        int sum = 0;
        for (int i = start; i >= 0; i--) {
            sum += array[i];
        }
        return sum;
    }

    private static int beyond(int[] array, int index) {
        int next = index;
        if (next >= 0) {
            next++;
        }
        return next < array.length ? array[next] : -1;
    }

    private static String partitioned(int[] array) {
        int low = 0;
        int high = array.length - 1;
        while (low <= high) {
            while (array[low] < 4) {
                low++;
            }
            while (array[high] > 4) {
                high--;
            }
            if (low <= high) {
                int swapped = array[low];
                array[low++] = array[high];
                array[high--] = swapped;
            }
        }
        return low + " " + high + " " + array[0] + array[7];
    }
}
