package org.asterism.language.corpus.classes;

/** Local classes, records, enums and interfaces, with what they capture. */
public final class LocalClasses {
    private LocalClasses() {}

    private int field = 5;

    private int run(int parameter) {
        int local = parameter * 2;
        class Adder {
            final int sum = field + local;

            int add(int more) {
                class Deeper {
                    int all() {
                        return sum + more + local + parameter + field++;
                    }
                }
                return new Deeper().all() + new Deeper().all();
            }

            Adder again() {
                return new Adder();
            }
        }
        return new Adder().add(100) + new Adder().again().sum;
    }

    private static String records() {
        record Pair(int a, String b) {
            Pair {
                if (a < 0) {
                    throw new IllegalArgumentException("negative " + a);
                }
            }

            static Pair of(String text) {
                return new Pair(text.length(), text);
            }
        }
        enum Size { SMALL, LARGE }
        interface Scaled {
            int scale(int n);
        }
        Scaled scaled = n -> n * 3;
        return Pair.of("xyz") + " " + Size.valueOf("LARGE") + Size.values().length + scaled.scale(4);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        LocalClasses self = new LocalClasses();
        System.out.println(self.run(3) + " " + self.field);
        System.out.println(records());
        int n = 0;
        for (int i = 0; i < 3; i++) {
            final int captured = i;
            class Each {
                int value() {
                    return captured * 10;
                }
            }
            n += new Each().value();
        }
        System.out.println(n);
    }
}
