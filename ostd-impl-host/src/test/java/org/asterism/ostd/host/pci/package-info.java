/** Tests of the PCI bus in software, through the real one's enumerator. */
package org.asterism.ostd.host.pci;
