/** Programs that the compiler refuses, each for reasons that a test expects. */
package org.asterism.aot.programs;
