package org.asterism.language.corpus.classes;

/** What Object gives to every class. */
public final class ObjectMethods {
    private ObjectMethods() {}

    private static final class Plain {}

    private static final class Same {
        private final int n;

        private Same(int n) {
            this.n = n;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.n == n;
        }

        @Override
        public int hashCode() {
            return n;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Plain plain = new Plain();
        System.out.println(plain.equals(plain) + " " + plain.equals(new Plain()) + " " + (plain.hashCode() == plain.hashCode()) + " " + (plain.hashCode() == System.identityHashCode(plain)));
        System.out.println(plain.toString().equals(Plain.class.getName() + "@" + Integer.toHexString(plain.hashCode())));
        Same same = new Same(255);
        System.out.println(same + " " + same.equals(new Same(255)) + " " + (same.hashCode() == System.identityHashCode(same)));
        System.out.println(System.identityHashCode(null) + " " + new Object().getClass().getName() + " " + plain.getClass().getSimpleName());
        int[] array = {1};
        System.out.println(array.equals(new int[] {1}) + " " + array.equals(array) + " " + (array.hashCode() == System.identityHashCode(array)) + " " + array.toString().startsWith("[I@"));
        java.util.HashMap<Object, String> map = new java.util.HashMap<>();
        map.put(same, "same");
        map.put(plain, "plain");
        System.out.println(map.get(new Same(255)) + " " + map.get(plain) + " " + map.get(new Plain()));
        long hashes = 0;
        for (int i = 0; i < 1000; i++) {
            Object each = new Object();
            hashes += each.hashCode() == each.hashCode() ? 1 : 0;
        }
        System.out.println(hashes);
    }
}
