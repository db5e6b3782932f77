/** Tests of program loading. */
package org.asterism.service.proc.loader;
