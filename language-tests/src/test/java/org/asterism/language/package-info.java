/** Programs that run on HotSpot, as compiled Linux processes and on bare machines, by topic; and the tests that compare what they print. */
package org.asterism.language;
