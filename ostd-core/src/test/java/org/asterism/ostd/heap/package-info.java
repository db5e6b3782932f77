/** The heap on a JVM, over simulated memory: scripted mutators against a model of what is reachable. */
package org.asterism.ostd.heap;
