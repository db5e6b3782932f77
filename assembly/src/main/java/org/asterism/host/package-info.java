/**
 * Runs the bundles of a kernel on this JVM: Felix with declarative services in place of the generated boot class, {@code ostd-impl-host} in place of the
 * architecture, and the same rules about who may use privileged packages and take resources.
 */
package org.asterism.host;
