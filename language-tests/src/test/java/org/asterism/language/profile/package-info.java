/**
 * The published profiles of {@code java.base} as a whole: every member that they offer links, every class has programs that cover it, and
 * {@code docs/profiles.md} says what they are.
 */
package org.asterism.language.profile;
