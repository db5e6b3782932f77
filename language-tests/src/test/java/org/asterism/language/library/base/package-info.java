/** What every program uses: objects, classes, exceptions, functions, arrays, and the helpers of {@code java.util}. */
package org.asterism.language.library.base;
