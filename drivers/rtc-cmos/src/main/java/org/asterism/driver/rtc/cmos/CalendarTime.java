package org.asterism.driver.rtc.cmos;

/**
 * A moment in UTC as a calendar shows it.
 *
 * @param year such as 2026
 * @param month from 1 to 12
 * @param day from 1 to 31
 * @param hour from 0 to 23
 * @param minute from 0 to 59
 * @param second from 0 to 59
 */
record CalendarTime(int year, int month, int day, int hour, int minute, int second) {
    private static final int DAYS_PER_ERA = 146_097;
    private static final int YEARS_PER_ERA = 400;
    private static final int DAYS_BEFORE_1970 = 719_468;
    private static final long SECONDS_PER_DAY = 86_400;

    /**
     * Seconds since 1970-01-01T00:00:00Z. Years begin in March here, so that leap days come last.
     */
    long toSeconds() {
        int marchYear = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(marchYear, YEARS_PER_ERA);
        int yearOfEra = marchYear - era * YEARS_PER_ERA;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        long days = (long) era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
        return days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    }
}
