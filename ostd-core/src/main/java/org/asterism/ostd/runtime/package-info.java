/**
 * The language runtime that compiled code calls: allocation, monitors, implicit exceptions, class initialisation, and the
 * layout of the data that the compiler emits. May be entered from any task context; what is also safe in atomic context
 * says so.
 */
package org.asterism.ostd.runtime;
