/** Tests of reading bundles. */
package org.asterism.assembly.bundle;
