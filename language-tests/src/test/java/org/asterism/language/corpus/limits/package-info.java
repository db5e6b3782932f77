/** Large methods, many parameters, many locals. */
package org.asterism.language.corpus.limits;
