/** The simulated machine itself. */
package org.asterism.ostd.host;
