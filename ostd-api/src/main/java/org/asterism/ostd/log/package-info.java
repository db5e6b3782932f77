/**
 * The kernel log: levels as in syslog(3), a ring buffer, and a copy on the console.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.log;
