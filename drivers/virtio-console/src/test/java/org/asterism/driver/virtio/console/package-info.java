/** The driver against a console in software. */
package org.asterism.driver.virtio.console;
