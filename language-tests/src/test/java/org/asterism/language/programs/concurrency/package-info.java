/**
 * Sixteen tasks at once, with results that do not depend on who runs when: each task's digest is compared with that of the same work
 * done alone, and with HotSpot's.
 */
package org.asterism.language.programs.concurrency;
