/** The file system service on a simulated machine, driven through its system calls. */
package org.asterism.service.fs;
