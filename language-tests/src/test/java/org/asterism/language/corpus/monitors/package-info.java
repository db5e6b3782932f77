/** Monitors, waiting, threads, atomics. */
package org.asterism.language.corpus.monitors;
