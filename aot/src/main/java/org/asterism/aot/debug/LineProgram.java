package org.asterism.aot.debug;

/** Runs the line number programs of an image (DWARF 5 §6.2). Files are left out: they follow from the function. */
final class LineProgram {
    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int SET_COLUMN = 5;
    private static final int NEGATE_STATEMENT = 6;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;
    private static final int PROLOGUE_END = 10;
    private static final int EPILOGUE_BEGIN = 11;
    private static final int SET_ISA = 12;
    private static final int EXTENDED = 0;
    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;

    private final LineTable lines = new LineTable();
    private long address;
    private int line;

    private LineProgram() {
    }

    /** The lines of all code, sorted. */
    static LineTable run(Cursor section) {
        LineProgram program = new LineProgram();
        while (!section.isAtEnd()) {
            long length = section.word();
            long end = section.position() + length;
            program.unit(section, end);
            section.skip(end - section.position());
        }
        return program.lines.sorted();
    }

    private void unit(Cursor in, long end) {
        int version = in.half();
        if (version != 5) {
            throw new IllegalStateException("line numbers of DWARF version " + version + "; compile with -gdwarf-5");
        }
        in.skip(2);
        long headerLength = in.word();
        long start = in.position() + headerLength;
        int instructionBytes = in.octet();
        in.skip(2);
        int lineBase = (byte) in.octet();
        int lineRange = in.octet();
        int opcodeBase = in.octet();
        in.skip(start - in.position());
        reset();
        while (in.position() < end) {
            int opcode = in.octet();
            if (opcode >= opcodeBase) {
                address += (long) ((opcode - opcodeBase) / lineRange) * instructionBytes;
                line += lineBase + (opcode - opcodeBase) % lineRange;
                lines.add(address, line);
                continue;
            }
            switch (opcode) {
                case EXTENDED -> extended(in);
                case COPY -> lines.add(address, line);
                case ADVANCE_PC -> address += in.unsigned() * instructionBytes;
                case ADVANCE_LINE -> line += (int) in.signed();
                case SET_FILE, SET_COLUMN, SET_ISA -> in.unsigned();
                case CONST_ADD_PC -> address += (long) ((255 - opcodeBase) / lineRange) * instructionBytes;
                case FIXED_ADVANCE_PC -> address += in.half();
                case NEGATE_STATEMENT, 7, PROLOGUE_END, EPILOGUE_BEGIN -> { }
                default -> throw new IllegalStateException("unknown opcode " + opcode + " among line numbers");
            }
        }
    }

    private void extended(Cursor in) {
        long end = in.unsigned() + in.position();
        switch (in.octet()) {
            case END_SEQUENCE -> {
                lines.endSequence(address);
                reset();
            }
            case SET_ADDRESS -> address = in.quad();
            default -> { }
        }
        in.skip(end - in.position());
    }

    private void reset() {
        address = 0;
        line = 1;
    }
}
