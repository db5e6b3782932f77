/** Tests of what is written of classes. */
package org.asterism.aot.emit;
