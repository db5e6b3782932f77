/**
 * Small programs, one a file, by topic. Every class below here with a {@code main} method is run by {@code CorpusTest}: a program is added
 * by writing it. Each prints what it finds; HotSpot says what is right.
 */
package org.asterism.language.corpus;
