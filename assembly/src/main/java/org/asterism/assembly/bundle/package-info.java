/**
 * Bundles as files: what a jar says of itself (manifest) and what it holds (class files, component descriptions,
 * assembly).
 *
 * <p>A {@link org.asterism.assembly.bundle.Bundle} is immutable once read; its hash is of the bytes that were read, so
 * that every later stage works on exactly what was hashed.
 */
package org.asterism.assembly.bundle;
