/**
 * Which part of {@code java.base} an image may hold. A profile is a declarative file of rules, each with its reason; typed
 * substitutions are read from annotated classes of privileged bundles.
 */
package org.asterism.aot.profile;
