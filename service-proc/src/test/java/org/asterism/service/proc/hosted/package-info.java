/** Whole kernels on the simulated machine: the services of all bundles, wired as in an image, run simulated programs. */
package org.asterism.service.proc.hosted;
