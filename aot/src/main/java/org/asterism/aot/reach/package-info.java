/**
 * The closure of an image: which methods, classes and literals can be reached from its roots, by rapid type analysis at
 * method level, each with the caller that reached it first; and everything on the way that the image may not hold.
 */
package org.asterism.aot.reach;
