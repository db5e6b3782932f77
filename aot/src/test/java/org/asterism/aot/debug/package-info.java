/** Tests of the package of the same name. */
package org.asterism.aot.debug;
