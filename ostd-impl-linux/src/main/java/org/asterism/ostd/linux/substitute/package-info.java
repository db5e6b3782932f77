/** What a Linux process gives to members of {@code java.base}: output streams, wall time, exit. */
package org.asterism.ostd.linux.substitute;
