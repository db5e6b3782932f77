# Language tests and examples: streams, regular expressions, formatting and big numbers too.
include common
allow java.math : arbitrary precision
allow java.util.regex : regular expressions
