/** What tasks share: atomics and units of time; locks, queues that block, and synchronizers, with and without other threads. */
package org.asterism.language.library.concurrent;
