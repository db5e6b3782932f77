/** What differs between the machines and environments that images run on: compiler flags, and access to per-task data. */
package org.asterism.aot.target;
