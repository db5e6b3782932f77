# Streams, formatting, locks, charset coders, regular expressions and big numbers too.
include common
classes full
allow java.util.concurrent.Executors : adapters of FutureTask
allow java.io.BufferedWriter : what PrintWriter writes through
allow java.io.OutputStreamWriter : what PrintWriter writes through
allow sun.nio.cs : charset coders
deny sun.nio.cs.StandardCharsets$1 : charset providers
allow sun.util.locale : names of locales
deny sun.util.locale.provider : locale data
cut java.util.Formatter$FormatSpecifier.print(Ljava/util/Calendar;CLjava/util/Locale;)V : time zones, calendars and their names are not part of an image
cut java.util.Formatter$FormatSpecifier.print(Ljava/time/temporal/TemporalAccessor;CLjava/util/Locale;)V : time zones, calendars and their names are not part of an image
deny java.util.stream.Nodes$ToArrayTask : there is no pool of threads to copy with
allow java.time.Clock : named by Instant
allow java.time.OffsetDateTime : named by Instant
allow java.time.OffsetTime : named by LocalTime
allow java.time.ZonedDateTime : named by LocalDate
allow java.time.ZoneId : superclass of ZoneOffset
allow java.time.Year : named by IsoChronology
allow java.time.YearMonth : named by IsoChronology
allow java.time.chrono.AbstractChronology : superclass of IsoChronology
allow java.time.chrono.ChronoZonedDateTime : named by IsoChronology
allow java.time.chrono.Chronology : interface of IsoChronology
allow java.time.chrono.Era : interface of IsoEra
allow java.time.chrono.IsoChronology : the calendar of LocalDate
allow java.time.chrono.IsoEra : the eras of LocalDate
allow java.time.format.DateTimeFormatter : how dates read and print themselves
allow java.time.format.DateTimeFormatterBuilder : how dates read and print themselves
allow java.time.format.DecimalStyle : how dates read and print themselves
allow java.time.format.ResolverStyle : how dates read and print themselves
allow java.time.format.SignStyle : how dates read and print themselves
allow java.time.format.TextStyle : how dates read and print themselves
allow java.time.temporal.IsoFields : named by DateTimeFormatterBuilder
allow java.time.temporal.JulianFields : named by DateTimeFormatterBuilder
allow java.time.temporal.TemporalAdjusters : named by LocalDate
allow java.time.temporal.TemporalQueries : named by LocalDate
allow java.time.zone.ZoneRules : the one offset of ZoneOffset
allow java.time.zone.ZoneOffsetTransition : named by ZoneRules
allow java.time.zone.ZoneRulesException : thrown for zones, which are not there
allow java.text.ParsePosition : where a parser stands
allow java.util.Properties : empty
allow sun.security.action.GetPropertyAction : reads properties, which are not there
cut java.time.format.DateTimeTextProvider.findStore : the names of days and months are locale data
cut java.time.format.DateTimeTextProvider.getLocalizedResource : the names of days and months are locale data
deny java.time.format.DateTimeFormatterBuilder$ZoneTextPrinterParser : the names of zones are locale data
deny java.time.ZoneRegion : time zones are not part of an image
cut java.time.chrono.AbstractChronology.ofLocale : other calendars are not part of an image
cut java.time.chrono.AbstractChronology.of : other calendars are not part of an image
cut java.time.ZoneId.systemDefault : time zones are not part of an image
