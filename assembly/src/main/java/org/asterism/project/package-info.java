/**
 * What people outside the project start from: projects made of Maven archetypes ({@link org.asterism.project.ProjectTemplate}), and the project's
 * own artifacts in their local Maven repository ({@link org.asterism.project.LocalRepository}), because nothing is published anywhere.
 */
package org.asterism.project;
