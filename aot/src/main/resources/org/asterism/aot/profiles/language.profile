# What ordinary kernels have, and floating point: for processes; collections, strings, atomics; no formatting, regular expressions or streams.
include common
deny java.util.stream : services use loops; streams cost code and allocation
deny java.util.regex : services parse by hand
deny java.util.Formatter : formatting needs locale data and regular expressions
deny java.util.FormatterClosedException : formatting needs locale data and regular expressions
deny java.util.Locale : needs locale data
cut java.lang.String.format : formatting needs locale data and regular expressions
