/**
 * Litmus tests of the Java memory model (JLS §17.4; D. Lea, Using JDK 9 Memory Order Modes): each races a few accesses, again and again,
 * and tells which forbidden result was seen. What is only unusual is not told, so every machine prints the same.
 */
package org.asterism.language.programs.litmus;
