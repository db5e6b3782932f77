/**
 * Random well-typed Java programs, compared between HotSpot and the compiler under test.
 *
 * <p>A program is made from a {@link org.asterism.language.random.Choices sequence of choices}: every sequence gives a program that
 * javac accepts, ends, and prints the same on every correct implementation. Shorter sequences of smaller numbers give simpler
 * programs, so jqwik's shrinking of integer lists shrinks programs. The grammar is split by what it makes:
 * {@link org.asterism.language.random.Expressions}, {@link org.asterism.language.random.Statements} and
 * {@link org.asterism.language.random.ProgramWriter whole programs}.
 */
package org.asterism.language.random;
