/** Instructions that javac seldom or never emits: a program made of them, and what instructions class files hold. */
package org.asterism.language.bytecode;
