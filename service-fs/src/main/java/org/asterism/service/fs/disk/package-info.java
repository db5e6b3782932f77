/** Disks by name. Context: task. */
package org.asterism.service.fs.disk;
