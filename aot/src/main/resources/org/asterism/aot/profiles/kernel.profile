# Ordinary kernels: collections, strings, atomics; no formatting, regular expressions or streams.
include common
deny java.util.stream : services use loops; streams cost code and allocation
deny java.util.regex : services parse by hand
deny java.util.Formatter : formatting needs locale data and regular expressions
deny java.util.FormatterClosedException : formatting needs locale data and regular expressions
deny java.util.Locale : needs locale data
cut java.lang.String.format : formatting needs locale data and regular expressions
# Kernel code must leave the user program's vector registers alone.
cut jdk.internal.math.FloatingDecimal.appendTo : prints a floating-point number; kernels compute in integers
cut jdk.internal.math.FloatingDecimal.toJavaFormatString : prints a floating-point number; kernels compute in integers
cut java.lang.String.scale : sizes buffers of charsets that are not built in, in floating point
