/** Locks and wait queues of the API, on the simulated machine under random preemption. */
package org.asterism.ostd.sync;
