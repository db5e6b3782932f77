/** Tests of new projects and of the repository they build from. */
package org.asterism.project;
