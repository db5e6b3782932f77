# Ordinary kernels: integers only.
include compact
# Kernel code must leave the user program's vector registers alone.
cut jdk.internal.math.FloatingDecimal.appendTo : prints a floating-point number; kernels compute in integers
cut jdk.internal.math.FloatingDecimal.toJavaFormatString : prints a floating-point number; kernels compute in integers
cut java.lang.String.scale : sizes buffers of charsets that are not built in, in floating point
