/** Tests of what is built on the architecture's board. */
package org.asterism.ostd.platform;
