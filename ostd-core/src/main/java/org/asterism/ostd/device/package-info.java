/**
 * Memory that devices and the kernel share, over the linear map: registers that an architecture has mapped, and frames for DMA.
 *
 * <p>Context: any, with preemption off. Exported to {@code ostd-impl-*} alone.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.device;
