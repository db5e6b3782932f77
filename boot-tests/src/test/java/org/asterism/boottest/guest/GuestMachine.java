package org.asterism.boottest.guest;

import java.util.List;

/** The architectures that programs run on; Linux was recorded on the first. */
public enum GuestMachine {
    /** The machine of the recordings. */
    X86_64("x86_64"),
    /** RISC-V: programs are cross-compiled, and print the name of this architecture where the recording has the other's. */
    RISCV64("riscv64");

    private final String word;

    GuestMachine(String word) {
        this.word = word;
    }

    /**
     * What uname(2) calls it.
     *
     * @return a word
     */
    public String word() {
        return word;
    }

    /**
     * Options for {@code asterism run}.
     *
     * @return none for the architecture of the default kernel
     */
    public List<String> options() {
        return this == X86_64 ? List.of() : List.of("--arch", word);
    }

    /**
     * What Linux would have printed here.
     *
     * @param recorded on x86-64
     * @return the same with this architecture's name
     */
    String translated(String recorded) {
        // there is no AT_PLATFORM on RISC-V
        return this == X86_64 ? recorded : recorded.replace("platform " + X86_64.word, "platform (null)").replace(X86_64.word, word);
    }

    /**
     * The machine of a name.
     *
     * @param word as {@link #word()}
     * @return the machine
     * @throws IllegalArgumentException if there is none
     */
    public static GuestMachine named(String word) {
        for (GuestMachine machine : values()) {
            if (machine.word.equals(word)) {
                return machine;
            }
        }
        throw new IllegalArgumentException("no architecture '" + word + "'; write x86_64 or riscv64");
    }
}
