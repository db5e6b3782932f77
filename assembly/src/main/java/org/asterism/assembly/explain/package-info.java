/**
 * Answers questions about a resolved kernel without compiling it: what needs what
 * ({@link org.asterism.assembly.explain.DependencyTree}), and why something is in it
 * ({@link org.asterism.assembly.explain.Explanation}). Plain text, for people.
 */
package org.asterism.assembly.explain;
