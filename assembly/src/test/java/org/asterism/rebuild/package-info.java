/** Tests of rebuilding. */
package org.asterism.rebuild;
