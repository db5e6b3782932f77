/** Tests of building. */
package org.asterism.aot.build;
