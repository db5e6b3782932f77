/** The test kit is tested by tests that must pass, and by tests that must fail with the right words. */
package org.asterism.test;
