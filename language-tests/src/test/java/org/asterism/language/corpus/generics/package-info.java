/** Generics and the casts that they hide. */
package org.asterism.language.corpus.generics;
