/**
 * Running test programs in a guest: the tree it boots from, the launcher that boots it, the frames in which results come back,
 * and the comparison with what Linux did. Nothing here needs a test framework, so that {@code boot-tests/run} starts fast.
 *
 * <p>Key types: {@link org.asterism.boottest.guest.GuestTree}, {@link org.asterism.boottest.guest.Batch},
 * {@link org.asterism.boottest.guest.Outcome}. No locks; one batch is run by one thread.
 */
package org.asterism.boottest.guest;
