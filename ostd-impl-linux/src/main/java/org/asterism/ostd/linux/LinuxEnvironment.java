package org.asterism.ostd.linux;

import org.asterism.ostd.unsafe.Address;

/** The environment of the process, as Linux left it above the first stack pointer. */
final class LinuxEnvironment {
    private final long firstVariable;

    /** Finds it: argc, the arguments, a null pointer, the variables, a null pointer. */
    LinuxEnvironment(long initialStack) {
        firstVariable = initialStack + 8 + (Address.loadLong(initialStack) + 1) * 8;
    }

    /** The decimal value of a variable, or something else if it is not set. */
    long number(String name, long otherwise) {
        for (long variable = firstVariable; Address.loadLong(variable) != 0; variable += 8) {
            long text = Address.loadLong(variable);
            if (begins(text, name)) {
                return decimal(text + name.length() + 1);
            }
        }
        return otherwise;
    }

    private static boolean begins(long text, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Address.loadByte(text + i) != name.charAt(i)) {
                return false;
            }
        }
        return Address.loadByte(text + name.length()) == '=';
    }

    private static long decimal(long text) {
        long value = 0;
        for (long at = text; Address.loadByte(at) >= '0' && Address.loadByte(at) <= '9'; at++) {
            value = value * 10 + Address.loadByte(at) - '0';
        }
        return value;
    }
}
