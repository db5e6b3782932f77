/**
 * Measurements of compiled Java beside HotSpot and C: a {@link org.asterism.measure.Contestant} is a process that runs items of the
 * benchmarks module on demand, {@link org.asterism.measure.LanguageBenchmark} asks three of them in turn.
 */
package org.asterism.measure;
