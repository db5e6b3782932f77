package org.asterism.aot;

import java.util.List;
import java.util.stream.Collectors;

/** The closed world cannot be linked. Carries every offender, not just the first. */
public final class LinkageException extends Exception {
    private final transient List<Offender> offenders;

    /** An exception for offenders in a stable order. */
    public LinkageException(List<Offender> offenders) {
        super(offenders.stream().map(Offender::line).collect(Collectors.joining("\n")));
        this.offenders = List.copyOf(offenders);
    }

    /** All offenders, never empty. */
    public List<Offender> offenders() {
        return offenders;
    }
}
