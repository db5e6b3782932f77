package org.asterism.ostd.substitute;

import org.asterism.ostd.unsafe.SubstituteClass;
import org.asterism.ostd.unsafe.SubstituteMethod;

/** {@code java.lang.StringUTF16}: the byte order of the machines images run on. */
@SubstituteClass(className = "java.lang.StringUTF16", reason = "native")
final class StringUtf16Substitute {
    private StringUtf16Substitute() {}

    @SubstituteMethod(reason = "x86-64 and RISC-V are little-endian")
    static boolean isBigEndian() {
        return false;
    }
}
