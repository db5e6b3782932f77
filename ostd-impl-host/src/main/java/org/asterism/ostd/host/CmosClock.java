package org.asterism.ostd.host;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The real-time clock of a PC (MC146818) behind ports 0x70 and 0x71: 24-hour BCD, never updating while read. */
final class CmosClock {
    private static final int INDEX_PORT = 0x70;
    private static final int DATA_PORT = 0x71;
    private static final int NOTHING_THERE = 0xFF;
    private static final int STATUS_B_24_HOURS = 0x02;
    private static final int STATUS_D_VALID = 0x80;

    private final long secondsAtBoot;
    private int index;

    CmosClock(long secondsAtBoot) {
        this.secondsAtBoot = secondsAtBoot;
    }

    void write(int port, int value) {
        if (port == INDEX_PORT) {
            index = value & 0x7F;
        }
    }

    int read(int port, long sinceBootNanos) {
        if (port != DATA_PORT) {
            return NOTHING_THERE;
        }
        LocalDateTime now = LocalDateTime.ofEpochSecond(secondsAtBoot + sinceBootNanos / 1_000_000_000L, 0, ZoneOffset.UTC);
        return switch (index) {
            case 0x00 -> decimal(now.getSecond());
            case 0x02 -> decimal(now.getMinute());
            case 0x04 -> decimal(now.getHour());
            case 0x06 -> decimal(now.getDayOfWeek().getValue() % 7 + 1);
            case 0x07 -> decimal(now.getDayOfMonth());
            case 0x08 -> decimal(now.getMonthValue());
            case 0x09 -> decimal(now.getYear() % 100);
            case 0x32 -> decimal(now.getYear() / 100);
            case 0x0B -> STATUS_B_24_HOURS;
            case 0x0D -> STATUS_D_VALID;
            default -> 0;
        };
    }

    private static int decimal(int value) {
        return value / 10 << 4 | value % 10;
    }
}
