/** A kernel of this bundle and the memory service on a simulated machine, and scripted programs that run on it. */
package org.asterism.service.proc.kernel;
