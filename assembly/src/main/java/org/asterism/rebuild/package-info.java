/**
 * Builds a bundle again after a change inside bodies of methods. No other class can tell the difference, nor can the bundle's manifest, so
 * the changed files are compiled and take their place in the jar, which is then the one that Maven would have made.
 */
package org.asterism.rebuild;
