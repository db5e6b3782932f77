/** Programs that cover much of the language and library in one file each. */
package org.asterism.language.programs;
