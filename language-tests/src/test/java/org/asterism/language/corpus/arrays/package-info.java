/** Arrays. */
package org.asterism.language.corpus.arrays;
