package org.asterism.service.fs.procfs;

/** Names that are numbers, as the directories of processes have. */
final class Decimal {
    private static final int MAX_DIGITS = 9;

    private Decimal() {
    }

    /** The number; −1 if the name is none as Linux writes it. */
    static int parse(String name) {
        if (name.isEmpty() || name.length() > MAX_DIGITS || name.length() > 1 && name.charAt(0) == '0') {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
