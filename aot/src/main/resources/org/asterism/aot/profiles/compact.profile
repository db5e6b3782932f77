# What ordinary kernels and the language's own tests have in common: no formatting, regular expressions, streams or charset coders.
include common
classes kernel
cut java.lang.String.decodeWithDecoder : charset coders are part of profile full; UTF-8, ISO-8859-1 and US-ASCII are built into String
cut java.lang.String.encodeWithEncoder : charset coders are part of profile full; UTF-8, ISO-8859-1 and US-ASCII are built into String
cut java.lang.Long.toUnsignedBigInteger : needs java.math
cut jdk.internal.math.FDBigInteger.toBigInteger : needs java.math
cut sun.nio.cs.UTF_8.newDecoder : charset coders are part of profile full
cut sun.nio.cs.UTF_8.newEncoder : charset coders are part of profile full
cut sun.nio.cs.ISO_8859_1.newDecoder : charset coders are part of profile full
cut sun.nio.cs.ISO_8859_1.newEncoder : charset coders are part of profile full
cut sun.nio.cs.US_ASCII.newDecoder : charset coders are part of profile full
cut sun.nio.cs.US_ASCII.newEncoder : charset coders are part of profile full
allow java.util.concurrent.CancellationException : thrown by ForkJoinTask
