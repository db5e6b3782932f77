/** A file below {@code /proc}. */
package ${package};
