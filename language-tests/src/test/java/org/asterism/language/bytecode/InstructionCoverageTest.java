package org.asterism.language.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.asterism.language.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructionCoverageTest {
    /** JSR, RET and JSR_W may not occur in class files since version 51. */
    private static final int JSR = 168;
    private static final int RET = 169;
    private static final int GOTO_W = 200;
    /** The instructions that {@code wide} applies to, RET aside. */
    private static final int[] WIDENED = {21, 22, 23, 24, 25, 54, 55, 56, 57, 58, 132};

    @Test
    void theCorpusHoldsEveryInstruction(@TempDir Path folder) throws IOException {
        OddProgram.write(folder);
        BitSet missing = new BitSet();
        missing.set(0, GOTO_W + 1);
        missing.clear(JSR);
        missing.clear(RET);
        for (int opcode : WIDENED) {
            missing.set(256 + opcode);
        }
        missing.andNot(InstructionSet.of(Corpus.classes(), folder));
        assertThat(missing.stream()).isEmpty();
    }
}
