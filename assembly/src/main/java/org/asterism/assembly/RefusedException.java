package org.asterism.assembly;

import java.util.Collection;
import java.util.List;

/** The input cannot become a kernel. Carries every reason found, each one line that names the culprit and the remedy. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /**
     * Refuses for several reasons at once.
     *
     * @param reasons one line each, at least one; kept in the given order
     */
    public RefusedException(Collection<String> reasons) {
        super(String.join(System.lineSeparator(), reasons.stream().map(RefusedException::printable).toList()));
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.reasons = reasons.stream().map(RefusedException::printable).toList();
    }

    /** Names and headers of bundles are in reasons, and these are printed on terminals. */
    private static String printable(String reason) {
        return reason.replaceAll("[\\p{Cc}\\p{Cf}&&[^\n\t]]", "?");
    }

    /**
     * Refuses for one reason.
     *
     * @param reason one line: the culprit, the value seen, the remedy
     */
    public RefusedException(String reason) {
        this(List.of(reason));
    }

    /**
     * All reasons.
     *
     * @return one line each, never empty
     */
    public List<String> reasons() {
        return reasons;
    }
}
