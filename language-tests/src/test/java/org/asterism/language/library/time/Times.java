package org.asterism.language.library.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQuery;
import java.time.temporal.TemporalUnit;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Durations, instants and dates. */
@Covers({DateTimeException.class, DayOfWeek.class, Duration.class, Instant.class, LocalDate.class, LocalDateTime.class, LocalTime.class, Month.class, Period.class, ZoneOffset.class,
    ChronoLocalDate.class, ChronoLocalDateTime.class, ChronoPeriod.class, DateTimeParseException.class, ChronoField.class, ChronoUnit.class, Temporal.class, TemporalAccessor.class,
    TemporalAdjuster.class, TemporalAmount.class, TemporalField.class, TemporalQuery.class, TemporalUnit.class, UnsupportedTemporalTypeException.class, ValueRange.class})
public final class Times {
    private Times() {}

    /** Runs. */
    public static void main(String[] arguments) {
        durations();
        parsing();
        instants();
        dates();
        dateTimes();
        fields();
    }

    private static void durations() {
        for (Duration a : List.of(Duration.ZERO, Duration.ofDays(2), Duration.ofMillis(-1), Duration.ofSeconds(3723, 45_000_000), Duration.ofNanos(-1_500_000_001), Duration.of(90, ChronoUnit.MINUTES), Duration.ofSeconds(Long.MAX_VALUE))) {
            Outcome.show("duration " + a, a.getSeconds(), a.getNano(), a.isNegative(), a.isZero(), a.toDays(), a.toHoursPart(), a.toMinutesPart(), a.toSecondsPart(), a.toMillisPart(), a.toNanosPart(), a.hashCode(), a.truncatedTo(ChronoUnit.SECONDS), a.getUnits());
            Outcome.print("millis", a::toMillis);
            Outcome.print("nanos", a::toNanos);
            Outcome.print("negated", a::negated);
            Outcome.print("sums", () -> a.plusDays(1).plusHours(2).minusMinutes(3).plusSeconds(4).plusMillis(5).minusNanos(6).multipliedBy(3).dividedBy(7));
            Outcome.print("ratio", () -> a.dividedBy(Duration.ofMinutes(7)) + " " + a.compareTo(Duration.ofHours(1)) + " " + a.abs() + " " + a.withNanos(1) + TimeUnit.SECONDS.convert(a));
        }
        Outcome.print("by 0", () -> Duration.ofSeconds(1).dividedBy(0));
        Outcome.print("months", () -> Duration.of(1, ChronoUnit.MONTHS));
        Outcome.print("unit", () -> Duration.ofSeconds(1).get(ChronoUnit.HOURS));
        Outcome.show("between", Duration.between(LocalTime.of(1, 0), LocalTime.of(2, 30)), Duration.between(Instant.EPOCH, Instant.ofEpochMilli(1234)), TimeUnit.HOURS.toChronoUnit(), TimeUnit.of(ChronoUnit.MILLIS));
    }

    private static void parsing() {
        for (String text : List.of("PT20.345S", "PT15M", "P2D", "P2DT3H4M", "PT-6H+3M", "-PT6H-3M", "PT0S", "PT", "P", "", "pt1h", "P1Y", "PT1.1234567890S", "PT99999999999999999999S", "P-1D", "PT.5S", "PT5.S")) {
            Outcome.print("duration " + text, () -> Duration.parse(text));
            Outcome.print("period " + text, () -> Period.parse(text));
        }
        for (String text : List.of("2024-02-29", "2023-02-29", "+12345-01-01", "-0001-12-31", "2024-13-01", "nonsense", "10:15", "10:15:30.5", "25:00", "2024-02-29T10:15:30", "2007-12-03T10:15:30.00Z", "2007-12-03T10:15:30+01:00")) {
            Outcome.print("date " + text, () -> LocalDate.parse(text));
            Outcome.print("time " + text, () -> LocalTime.parse(text));
            Outcome.print("both " + text, () -> LocalDateTime.parse(text));
            Outcome.print("instant " + text, () -> Instant.parse(text));
        }
    }

    private static void instants() {
        for (Instant a : List.of(Instant.EPOCH, Instant.ofEpochSecond(1_700_000_000, 123_456_789), Instant.ofEpochMilli(-1), Instant.MAX, Instant.MIN)) {
            Outcome.show("instant", a, a.getEpochSecond(), a.getNano(), a.hashCode(), a.isAfter(Instant.EPOCH), a.isBefore(Instant.EPOCH), a.compareTo(Instant.EPOCH), a.getLong(ChronoField.INSTANT_SECONDS), a.truncatedTo(ChronoUnit.DAYS));
            Outcome.print("millis", a::toEpochMilli);
            Outcome.print("plus", () -> a.plusSeconds(86_400).minusMillis(5).plusNanos(7).plus(3, ChronoUnit.HALF_DAYS).with(ChronoField.NANO_OF_SECOND, 1));
            Outcome.print("until", () -> Instant.EPOCH.until(a, ChronoUnit.HOURS));
            Outcome.print("months", () -> a.plus(1, ChronoUnit.MONTHS));
        }
    }

    private static void dates() {
        LocalDate date = LocalDate.of(2024, Month.FEBRUARY, 29);
        Outcome.show("date", date, date.getDayOfWeek(), date.getDayOfYear(), date.isLeapYear(), date.lengthOfMonth(), date.plusYears(1), date.plusMonths(12), date.minusDays(60), date.withDayOfMonth(1), date.toEpochDay(), LocalDate.ofEpochDay(19_000),
                LocalDate.ofYearDay(2023, 365), date.until(LocalDate.of(2025, 4, 1)), date.until(LocalDate.of(2025, 4, 1), ChronoUnit.WEEKS), date.atStartOfDay(), date.atTime(3, 4), date.compareTo(LocalDate.of(2024, 3, 1)), date.hashCode());
        ChronoLocalDate general = date;
        TemporalAdjuster nextDay = temporal -> temporal.plus(1, ChronoUnit.DAYS);
        TemporalQuery<Integer> year = temporal -> temporal.get(ChronoField.YEAR);
        Outcome.show("general", general.isAfter(LocalDate.EPOCH), date.with(nextDay), date.query(year), date.isSupported(ChronoField.HOUR_OF_DAY), date.range(ChronoField.DAY_OF_MONTH), date.getLong(ChronoField.EPOCH_DAY));
        Outcome.print("bad", () -> LocalDate.of(2023, 2, 29));
        Outcome.print("bad", () -> LocalDate.of(2023, 13, 1));
        Outcome.print("field", () -> date.get(ChronoField.SECOND_OF_DAY));
        Period period = Period.of(1, 14, -3);
        ChronoPeriod chrono = period;
        TemporalAmount amount = period;
        Outcome.show("period", period, period.normalized(), period.toTotalMonths(), period.negated(), period.multipliedBy(2), period.plusDays(9), Period.between(LocalDate.EPOCH, date), chrono.isNegative(), amount.addTo(date), amount.subtractFrom(date), Period.ofWeeks(3), Period.ZERO);
        for (DayOfWeek day : DayOfWeek.values()) {
            Outcome.show("day", day, day.plus(3), day.minus(8), day.getValue());
        }
        for (Month month : Month.values()) {
            Outcome.show("month", month, month.plus(5), month.length(true), month.maxLength(), month.firstDayOfYear(false), month.firstMonthOfQuarter());
        }
    }

    private static void dateTimes() {
        LocalDateTime both = LocalDateTime.of(2024, 2, 29, 23, 59, 58, 1_000_000);
        ChronoLocalDateTime<LocalDate> general = both;
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(5, 30);
        Outcome.show("both", both, both.plusHours(1), both.plusSeconds(2), both.minusNanos(2_000_000), both.toLocalDate(), both.toLocalTime(), both.truncatedTo(ChronoUnit.HOURS), both.toEpochSecond(offset), both.toInstant(ZoneOffset.UTC), general.isBefore(both.plusDays(1)),
                LocalDateTime.ofEpochSecond(1_700_000_000, 5, offset), both.until(LocalDateTime.of(2025, 1, 1, 0, 0), ChronoUnit.MONTHS), both.withHour(0).withMinute(0), both.hashCode());
        Outcome.show("offset", offset, offset.getTotalSeconds(), offset.getId(), ZoneOffset.of("-08"), ZoneOffset.of("Z") == ZoneOffset.UTC, offset.compareTo(ZoneOffset.UTC), ZoneOffset.MAX, ZoneOffset.ofTotalSeconds(3661));
        Outcome.print("offset", () -> ZoneOffset.of("+19"));
        Outcome.print("offset", () -> ZoneOffset.ofHours(-19));
        LocalTime time = LocalTime.of(13, 14, 15);
        Outcome.show("time", time, time.plusHours(12), time.minusMinutes(15), time.toSecondOfDay(), LocalTime.MIDNIGHT, LocalTime.NOON.plusNanos(1), LocalTime.ofSecondOfDay(86_399), time.isAfter(LocalTime.NOON), time.truncatedTo(ChronoUnit.MINUTES), time.get(ChronoField.AMPM_OF_DAY));
        Outcome.print("bad", () -> LocalTime.of(24, 0));
    }

    private static void fields() {
        for (ChronoField field : ChronoField.values()) {
            TemporalField general = field;
            Outcome.show("field", field, general.getBaseUnit(), general.getRangeUnit(), general.range(), general.isDateBased(), general.isTimeBased(), field.isSupportedBy(LocalDate.EPOCH));
        }
        for (ChronoUnit unit : ChronoUnit.values()) {
            TemporalUnit general = unit;
            Outcome.show("unit", unit, general.getDuration(), general.isDurationEstimated(), general.isDateBased());
        }
        ValueRange range = ValueRange.of(1, 28, 31);
        Outcome.show("range", range, range.isFixed(), range.isValidValue(31), range.getSmallestMaximum(), range.equals(ValueRange.of(1, 2)));
        Outcome.print("check", () -> ChronoField.HOUR_OF_DAY.checkValidValue(24));
        TemporalAccessor accessor = LocalTime.NOON;
        Temporal temporal = LocalDate.EPOCH;
        Outcome.print("accessor", () -> accessor.get(ChronoField.YEAR));
        Outcome.print("temporal", () -> temporal.plus(1, ChronoUnit.HOURS));
        Outcome.show("exceptions", new DateTimeException("d"), new DateTimeParseException("p", "text", 3).getErrorIndex(), new UnsupportedTemporalTypeException("u"));
    }
}
