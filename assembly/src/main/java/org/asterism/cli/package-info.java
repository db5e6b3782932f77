/**
 * The command line: {@code asterism run}, {@code assemble}, {@code resolve} and what else {@code asterism --help} lists.
 *
 * <p>Commands parse and check their options and print; the work is done by {@code org.asterism.assembly} and
 * {@code org.asterism.machine}. Exit codes are those of {@link org.asterism.cli.ExitCode}.
 */
package org.asterism.cli;
