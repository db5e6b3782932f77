/** Tests of frames and frame tables over simulated memory. */
package org.asterism.ostd.frames;
