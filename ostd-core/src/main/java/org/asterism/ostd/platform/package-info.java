/**
 * What a machine offers besides memory and tasks: console channels, the kernel log, boot information, power, entropy.
 *
 * <p>Lock order: the log's lock, then a console's. Both may be taken in atomic context; reading a console sleeps.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.platform;
