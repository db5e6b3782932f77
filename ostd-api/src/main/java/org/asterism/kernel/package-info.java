/**
 * What every service shares: the expected error and the entry of the kernel proper.
 *
 * <p>Contracts between services live in the packages below. Dependencies point down: memory, then vfs, then process.
 * What a lower service needs of an upper one is passed at call time as an interface, or contributed to a contract.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.kernel;
