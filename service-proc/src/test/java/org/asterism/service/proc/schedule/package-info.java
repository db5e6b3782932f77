/** Tests of the scheduling policy. */
package org.asterism.service.proc.schedule;
