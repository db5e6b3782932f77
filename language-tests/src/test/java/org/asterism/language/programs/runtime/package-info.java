/** Programs whose output is compared between HotSpot and an ahead-of-time compiled process: heap, monitors, library. */
package org.asterism.language.programs.runtime;
