/** Inferences over the finished closure: which methods are recursive, and which no exception can leave. */
package org.asterism.aot.optimize;
