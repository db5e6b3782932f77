/**
 * What the boot loader handed over: command line, initial ram disk; and what machines tell it in, memory maps and device trees, which are pure
 * data.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.boot;
