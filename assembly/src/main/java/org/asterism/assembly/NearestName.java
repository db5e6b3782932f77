package org.asterism.assembly;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who misspelt a name. */
public final class NearestName {
    /** Among so few names the nearest is worth telling, however far it is. */
    private static final int FEW = 10;

    private NearestName() {}

    /**
     * The name that takes the fewest edits to reach.
     *
     * @param wanted the name as written
     * @param names what exists
     * @return the nearest, the first in order among equals; nothing if there are no names
     */
    public static Optional<String> of(String wanted, Collection<String> names) {
        return names.stream().min(Comparator.<String>comparingInt(name -> distance(name, wanted)).thenComparing(Comparator.naturalOrder()));
    }

    /**
     * The end of a sentence that names the nearest.
     *
     * @param wanted the name as written
     * @param names what exists
     * @return {@code "; nearest is NAME"}, or nothing if there are no names, or many and none of which half is the same
     */
    public static String hint(String wanted, Collection<String> names) {
        return of(wanted, names).filter(name -> names.size() <= FEW || 2 * distance(name, wanted) <= wanted.length() + 1)
                .map(name -> "; nearest is " + name).orElse("");
    }

    /**
     * Levenshtein's edit distance.
     *
     * @param a one text
     * @param b another
     * @return how many characters must be put in, taken out or replaced
     */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
