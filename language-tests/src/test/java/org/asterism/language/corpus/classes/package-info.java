/** Classes, nested classes, records, enums, overriding, class objects. */
package org.asterism.language.corpus.classes;
