/** Another package, for members that classes of one package alone can see. */
package org.asterism.language.corpus.classes.other;
