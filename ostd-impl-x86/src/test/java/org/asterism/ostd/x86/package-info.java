/** Tests of the x86-64 machine that run on the build host. */
package org.asterism.ostd.x86;
