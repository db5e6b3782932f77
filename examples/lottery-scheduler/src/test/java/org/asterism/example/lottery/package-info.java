/** Tests of the lottery on a JVM. */
package org.asterism.example.lottery;
