/**
 * The language runtime that compiled code calls: allocation, monitors, implicit exceptions, class initialisation, and the
 * layout of the data that the compiler emits. May be entered from any task context; what is also safe in atomic context
 * says so.
 */
@org.osgi.annotation.bundle.Export(attribute = "ostd.tier=privileged")
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.runtime;
