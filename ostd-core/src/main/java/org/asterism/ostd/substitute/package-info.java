/**
 * What replaces members of {@code java.base} that are native, or that reach for a JVM underneath: written from the public specification
 * of each member, over {@link org.asterism.ostd.unsafe} and {@link org.asterism.ostd.runtime}. Each class names its target and the
 * reason; the compiler refuses one whose target is gone. Nobody calls these classes by name.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.asterism.ostd.substitute;
