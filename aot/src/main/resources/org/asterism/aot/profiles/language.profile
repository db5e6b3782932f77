# The language's own tests: what ordinary kernels have, floating point and locks.
include compact
classes language
cut jdk.internal.math.FloatingDecimal.parseHexString : needs regular expressions
