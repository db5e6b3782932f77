package org.asterism.language.corpus.lambdas;

import java.util.function.Supplier;

/** Lambdas that capture nothing, variables of every type, parameters, and this. */
public final class Capturing {
    private Capturing() {}

    private int field = 40;

    private Supplier<String> ofThis(int parameter) {
        return () -> field + parameter + " " + this.field++ + new Object() {
            int twice() {
                return field * 2;
            }
        }.twice();
    }

    private static Supplier<String> everything(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, int[] a) {
        return () -> z + " " + b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + t + " " + a[0]++;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Supplier<String> none = () -> "none";
        System.out.println(none.get());
        Capturing self = new Capturing();
        Supplier<String> ofThis = self.ofThis(2);
        System.out.println(ofThis.get() + " " + ofThis.get() + " " + self.field);
        int[] array = {7};
        Supplier<String> everything = everything(true, (byte) -1, (short) 2, 'c', 4, 5L, 6.5f, -0.0, null, array);
        System.out.println(everything.get() + " " + everything.get() + " " + array[0]);
        Supplier<?>[] loop = new Supplier<?>[4];
        for (int i = 0; i < loop.length; i++) {
            int copy = i * i;
            loop[i] = () -> copy + loop.length;
        }
        for (Supplier<?> each : loop) {
            System.out.println(each.get());
        }
        Supplier<Supplier<Supplier<String>>> nested = () -> {
            String outer = "outer" + array[0];
            return () -> () -> outer + array.length;
        };
        System.out.println(nested.get().get().get());
        for (String text : new String[] {"a", "b"}) {
            Runnable print = () -> System.out.println(text + self.field);
            print.run();
        }
    }
}
