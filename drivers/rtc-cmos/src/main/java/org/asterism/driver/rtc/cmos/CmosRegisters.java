package org.asterism.driver.rtc.cmos;

/** Registers of the MC146818, by index. */
final class CmosRegisters {
    static final int SECONDS = 0x00;
    static final int MINUTES = 0x02;
    static final int HOURS = 0x04;
    static final int DAY_OF_MONTH = 0x07;
    static final int MONTH = 0x08;
    static final int YEAR = 0x09;
    static final int STATUS_A = 0x0a;
    static final int STATUS_B = 0x0b;
    /** Where firmware of PCs keeps the century. */
    static final int CENTURY = 0x32;

    /** Status A: an update is in progress; the time must not be read. */
    static final int UPDATE_IN_PROGRESS = 0x80;
    /** Status B: numbers are binary, not decimal digits. */
    static final int BINARY = 0x04;
    /** Status B: hours run from 0 to 23. */
    static final int HOURS_24 = 0x02;
    /** Hours in 12-hour mode: afternoon. */
    static final int AFTERNOON = 0x80;

    private CmosRegisters() {
    }
}
