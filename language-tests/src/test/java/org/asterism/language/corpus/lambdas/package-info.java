/** Lambdas and method references. */
package org.asterism.language.corpus.lambdas;
