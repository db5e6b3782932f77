/**
 * Programs that exercise the classes of the published profiles: each says by {@link org.asterism.language.library.Covers} which classes it
 * covers, and {@code LibraryTest} checks that together they cover every class of a profile and none outside.
 */
package org.asterism.language.library;
