/** Directed graphs, whatever their nodes are. */
package org.asterism.aot.graph;
