/** Tests of the package of the same name. */
package org.asterism.assembly.cache;
