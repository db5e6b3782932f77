package org.asterism.service.proc.loader;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.vfs.OpenFile;

/**
 * The first line of a script: {@code #!interpreter [argument]}.
 *
 * @param interpreter a path
 * @param argument everything after it, inner blanks included; null if there is nothing
 */
record ScriptHeader(String interpreter, String argument) {
    /** Linux looks at that many bytes (BINPRM_BUF_SIZE). */
    private static final int LOOKED_AT = 256;

    /**
     * Reads the first line.
     *
     * @return null if the file is not a script
     * @throws KernelException {@code ENOEXEC} if the interpreter is missing or cut off
     */
    static ScriptHeader read(OpenFile file) throws KernelException {
        byte[] bytes = FileBytes.read(file, 0, LOOKED_AT);
        if (bytes.length < 2 || bytes[0] != '#' || bytes[1] != '!') {
            return null;
        }
        int end = 2;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != 0) {
            end++;
        }
        boolean cut = end == LOOKED_AT;
        while (end > 2 && isBlank(bytes[end - 1])) {
            end--;
        }
        int start = 2;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        int nameEnd = start;
        while (nameEnd < end && !isBlank(bytes[nameEnd])) {
            nameEnd++;
        }
        if (nameEnd == start || cut && nameEnd == LOOKED_AT) {
            throw KernelException.of(Errno.ENOEXEC);
        }
        int argumentStart = nameEnd;
        while (argumentStart < end && isBlank(bytes[argumentStart])) {
            argumentStart++;
        }
        return new ScriptHeader(Latin1.decode(bytes, start, nameEnd - start),
                argumentStart < end ? Latin1.decode(bytes, argumentStart, end - argumentStart) : null);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }
}
