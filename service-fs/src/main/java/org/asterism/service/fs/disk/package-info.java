/** Disks by name and number, and as bytes at any position. Context: task. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.service.fs.disk;
