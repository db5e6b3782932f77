/** Tests of the time of day. */
package org.asterism.service.proc.time;
