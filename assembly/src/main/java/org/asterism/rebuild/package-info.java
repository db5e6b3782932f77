/**
 * Builds a bundle again after a change in its classes. What changed inside bodies of methods no other class can tell, nor the bundle's manifest, so
 * the changed files are compiled and take their place in the jar. Other changes are those of one bundle as long as it exports nothing: all its
 * files are compiled then. In both cases the jar is the one that Maven would have made; what bnd would describe in another way is left to Maven.
 */
package org.asterism.rebuild;
