package org.asterism.boottest.guest;

/** How a program fared in a batch. */
public sealed interface Outcome {
    /**
     * The program came to its end.
     *
     * @param seen what it printed and returned
     */
    record Finished(Expectation seen) implements Outcome {}

    /**
     * The guest was lost while the program ran: it hung, crashed, or spoiled the frames.
     *
     * @param reason what was seen last, with the kernel's last words
     */
    record Lost(String reason) implements Outcome {}

    /**
     * Compares with the recording.
     *
     * @param expected what Linux did
     * @return a readable account of what is wrong, empty if nothing is
     */
    default String verdict(Expectation expected) {
        return this instanceof Finished finished ? expected.differences(finished.seen()) : ((Lost) this).reason();
    }
}
