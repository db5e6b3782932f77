package org.asterism.driver.rtc.cmos;

import org.asterism.kernel.time.WallClock;
import org.asterism.ostd.io.IoPorts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the clock, which is taken to run in UTC. */
@Component(service = WallClock.class)
public final class CmosClock implements WallClock {
    private static final int INDEX = 0;
    private static final int DATA = 1;
    /** An update takes under 2 ms; each look takes about a microsecond. */
    private static final int MOST_LOOKS = 20_000;
    private static final int MOST_READINGS = 10;
    private static final int FIRST_CENTURY = 19;
    private static final int LAST_CENTURY = 30;
    private static final int ASSUMED_CENTURY = 20;

    private final IoPorts ports = IoPorts.cmosClock();

    /** Takes the clock's ports. */
    @Activate
    public CmosClock() {
    }

    @Override
    public long readSeconds() {
        CalendarTime reading = readOnce();
        for (int i = 0; i < MOST_READINGS; i++) {
            CalendarTime again = readOnce();
            if (again.equals(reading)) {
                break;
            }
            reading = again;
        }
        return reading.toSeconds();
    }

    private CalendarTime readOnce() {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if ((read(CmosRegisters.STATUS_A) & CmosRegisters.UPDATE_IN_PROGRESS) == 0) {
                break;
            }
        }
        int mode = read(CmosRegisters.STATUS_B);
        int century = number(read(CmosRegisters.CENTURY), mode);
        if (century < FIRST_CENTURY || century > LAST_CENTURY) {
            century = ASSUMED_CENTURY;
        }
        return new CalendarTime(century * 100 + number(read(CmosRegisters.YEAR), mode),
                number(read(CmosRegisters.MONTH), mode), number(read(CmosRegisters.DAY_OF_MONTH), mode),
                hour(read(CmosRegisters.HOURS), mode), number(read(CmosRegisters.MINUTES), mode),
                number(read(CmosRegisters.SECONDS), mode));
    }

    private int read(int register) {
        ports.write(INDEX, register);
        return ports.read(DATA);
    }

    private static int number(int raw, int mode) {
        return (mode & CmosRegisters.BINARY) != 0 ? raw : (raw >> 4) * 10 + (raw & 0xf);
    }

    private static int hour(int raw, int mode) {
        if ((mode & CmosRegisters.HOURS_24) != 0) {
            return number(raw, mode);
        }
        int hour = number(raw & ~CmosRegisters.AFTERNOON, mode) % 12;
        return (raw & CmosRegisters.AFTERNOON) != 0 ? hour + 12 : hour;
    }
}
