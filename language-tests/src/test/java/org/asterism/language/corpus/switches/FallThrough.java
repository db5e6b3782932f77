package org.asterism.language.corpus.switches;

/** Control falls from case to case, around default in the middle, and out of loops. */
@SuppressWarnings("fallthrough")
public final class FallThrough {
    private FallThrough() {}

    private static String run(int key) {
        StringBuilder trace = new StringBuilder();
        switch (key) {
            case 1:
                trace.append('1');
            default:
                trace.append('d');
            case 2:
                trace.append('2');
                break;
            case 3:
                trace.append('3');
                if (key == 3) {
                    trace.append('!');
                    break;
                }
            case 4:
                trace.append('4');
        }
        return trace.toString();
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        for (int key = 0; key < 6; key++) {
            System.out.println(run(key));
        }
        int loops = 0;
        outer:
        for (int i = 0; i < 10; i++) {
            switch (i) {
                case 0:
                    continue;
                case 1:
                    loops += 10;
                    break;
                case 5:
                    break outer;
                default:
                    loops++;
                    continue outer;
            }
            loops += 100;
        }
        System.out.println(loops);
        int count = 23;
        int n = (count + 3) / 4;
        int sum = 0;
        switch (count % 4) {
            case 0:
                sum++;
            case 3:
                sum++;
            case 2:
                sum++;
            case 1:
                sum++;
        }
        while (--n > 0) {
            sum += 4;
        }
        System.out.println(sum);
    }
}
