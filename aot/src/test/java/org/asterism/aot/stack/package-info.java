/** Tests of the bounds of stacks. */
package org.asterism.aot.stack;
