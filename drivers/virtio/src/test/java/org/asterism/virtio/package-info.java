/** The library against devices in software, honest and not. */
package org.asterism.virtio;
