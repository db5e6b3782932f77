# Language tests and examples: the kernel profile, and formatting, regular expressions, big numbers, dates and text.
include kernel
package java.math
package java.text
package java.time
package java.util.regex
