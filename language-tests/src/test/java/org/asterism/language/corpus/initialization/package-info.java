/** When classes are initialised, and what happens when that fails. */
package org.asterism.language.corpus.initialization;
