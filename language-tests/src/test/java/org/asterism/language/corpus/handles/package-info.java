/** VarHandles and atomic fields. */
package org.asterism.language.corpus.handles;
