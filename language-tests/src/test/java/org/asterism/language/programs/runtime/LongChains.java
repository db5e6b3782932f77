package org.asterism.language.programs.runtime;

/** A list of half a million links, a comb that makes any mark stack deep, and a very wide array: recursion in a collector would fail. */
public final class LongChains {
    private LongChains() {}

    private static final class Link {
        private Link first;
        private Link next;
        private final int number;

        private Link(int number) {
            this.number = number;
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        Link chain = null;
        for (int i = 0; i < 500_000; i++) {
            Link link = new Link(i);
            link.next = chain;
            link.first = new Link(-i);
            chain = link;
        }
        Object[] wide = new Object[300_000];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = new int[] {i};
        }
        System.gc();
        byte[][] rubbish = new byte[64][];
        for (int i = 0; i < 20_000; i++) {
            rubbish[i % rubbish.length] = new byte[1000];
        }
        System.gc();
        long sum = 0;
        int length = 0;
        for (Link link = chain; link != null; link = link.next) {
            sum += link.number + 2L * link.first.number;
            length++;
        }
        for (Object each : wide) {
            sum += ((int[]) each)[0];
        }
        System.out.println(length + " links, " + wide.length + " wide, sum " + sum);
    }
}
