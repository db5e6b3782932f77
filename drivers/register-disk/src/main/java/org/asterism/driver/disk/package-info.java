/** Driver of the simulated disk behind registers that a host has ({@code asterism host --disk}): small, complete, and made to be replaced while it works. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.driver.disk;
