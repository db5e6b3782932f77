/** A driver of QEMU's teaching device (docs/specs/edu of QEMU). */
@RequiresGrant("mmio")
package ${package};

import org.asterism.ostd.bus.RequiresGrant;
