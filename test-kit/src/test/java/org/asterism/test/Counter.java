package org.asterism.test;

/** A contract for the tests of the kit. */
interface Counter {
    long next();
}
