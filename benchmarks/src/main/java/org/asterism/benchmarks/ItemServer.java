package org.asterism.benchmarks;

import java.io.IOException;

/**
 * Runs items on demand: reads names from standard input, one a line, and answers each with a line
 * {@code nanoseconds operations checksum}; the line {@code items} with the names of all. Ends at the end of input. The C program
 * does the same.
 */
public final class ItemServer {
    private ItemServer() {
    }

    /**
     * Serves until standard input ends.
     *
     * @param arguments none
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Catalogue catalogue = new Catalogue();
        for (String name = readLine(); name != null; name = readLine()) {
            Item item = catalogue.named(name);
            if (name.equals("items")) {
                System.out.println(catalogue.names());
            } else if (item == null) {
                System.out.println("unknown");
            } else {
                long start = System.nanoTime();
                long checksum = item.run();
                long nanos = System.nanoTime() - start;
                System.out.println(nanos + " " + item.operations() + " " + checksum);
            }
            System.out.flush();
        }
    }

    private static String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = System.in.read();
            if (next < 0) {
                return null;
            }
            if (next == '\n') {
                return line.toString();
            }
            line.append((char) next);
        }
    }
}
