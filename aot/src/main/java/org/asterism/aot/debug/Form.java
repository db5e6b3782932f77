package org.asterism.aot.debug;

/** Reads the values of attributes (DWARF 5 §7.5.6): numbers and offsets as {@link Long}, names as {@link String}, else null. */
final class Form {
    private final ElfFile file;
    private final long unitStart;

    Form(ElfFile file, long unitStart) {
        this.file = file;
        this.unitStart = unitStart;
    }

    Object read(Cursor in, Abbreviation.Attribute attribute) {
        switch (attribute.form()) {
            case 0x01, 0x07:                    // addr, data8
                return in.quad();
            case 0x0b, 0x0c:                    // data1, flag
                return (long) in.octet();
            case 0x05:                          // data2
                return (long) in.half();
            case 0x06, 0x17, 0x10:              // data4, sec_offset, ref_addr
                return in.word();
            case 0x0d:                          // sdata
                return in.signed();
            case 0x0f:                          // udata
                return in.unsigned();
            case 0x19:                          // flag_present
                return 1L;
            case 0x21:                          // implicit_const
                return attribute.constant();
            case 0x11:                          // ref1
                return unitStart + in.octet();
            case 0x12:                          // ref2
                return unitStart + in.half();
            case 0x13:                          // ref4
                return unitStart + in.word();
            case 0x15:                          // ref_udata
                return unitStart + in.unsigned();
            case 0x08:                          // string
                return in.string();
            case 0x0e:                          // strp
                return file.section(".debug_str").at(in.word()).string();
            case 0x1f:                          // line_strp
                return file.section(".debug_line_str").at(in.word()).string();
            case 0x18, 0x09:                    // exprloc, block
                in.skip(in.unsigned());
                return null;
            case 0x0a:                          // block1
                in.skip(in.octet());
                return null;
            case 0x1e:                          // data16
                in.skip(16);
                return null;
            default:
                throw new IllegalStateException("debugging information with form 0x" + Integer.toHexString(attribute.form())
                        + ", which is not read");
        }
    }
}
