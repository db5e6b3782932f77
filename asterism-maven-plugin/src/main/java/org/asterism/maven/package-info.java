/**
 * The Maven plugin: {@code asterism:resolve}, {@code verify}, {@code assemble} and {@code run} for the build of somebody's own bundle.
 *
 * <p>A goal collects the bundles that the kernel may be made of — those of a platform, a BOM of bundles; the project's own; and what it
 * depends on — and hands them to {@code org.asterism.assembly}. Whatever that refuses is printed line by line and fails the build.
 */
package org.asterism.maven;
