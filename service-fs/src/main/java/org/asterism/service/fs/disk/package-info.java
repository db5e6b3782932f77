/** Disks by name and number, and as bytes at any position. Context: task. */
package org.asterism.service.fs.disk;
