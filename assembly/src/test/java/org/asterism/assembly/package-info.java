/** Support shared by the assembly's tests: bundles built from source text, in memory. */
package org.asterism.assembly;
