/** Exceptions: finally, rethrowing, resources, limits of memory, messages. */
package org.asterism.language.corpus.exceptions;
