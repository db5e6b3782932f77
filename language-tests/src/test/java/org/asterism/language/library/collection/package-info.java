/** Collections: scripts of calls that run on every implementation of an interface, and what only one class has. */
package org.asterism.language.library.collection;
