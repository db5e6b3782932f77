/** Interfaces: defaults, diamonds, bridges, dispatch. */
package org.asterism.language.corpus.interfaces;
