/** A simulated architecture for tests of the neutral code. */
package org.asterism.ostd.arch;
