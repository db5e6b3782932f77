/** Tests of the compiler as a whole: programs compiled to Linux processes and compared with HotSpot, and refusals. */
package org.asterism.aot;
