/** Address spaces on the simulated machine. */
package org.asterism.service.mm;
