/** Switches on int, string and enum. */
package org.asterism.language.corpus.switches;
