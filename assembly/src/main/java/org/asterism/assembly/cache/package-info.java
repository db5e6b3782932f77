/**
 * What is kept between runs so that it need not be computed again. Everything here is found by the hash of all that it depends on, checked when it
 * is read, and safe to delete at any time. Any number of processes may read and write at once.
 */
package org.asterism.assembly.cache;
