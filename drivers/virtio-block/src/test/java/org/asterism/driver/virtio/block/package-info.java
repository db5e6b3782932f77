/** The driver against disks in software, honest and not. */
package org.asterism.driver.virtio.block;
