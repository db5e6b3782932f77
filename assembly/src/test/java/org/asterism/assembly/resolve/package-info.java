/** Tests of the package of the same name: behaviour on good input, and one test for each refusal. */
package org.asterism.assembly.resolve;
