/**
 * What the boot loader handed over: command line, initial ram disk.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.boot;
