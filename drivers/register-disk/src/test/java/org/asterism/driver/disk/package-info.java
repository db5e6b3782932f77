/** The driver against the simulated disk. */
package org.asterism.driver.disk;
