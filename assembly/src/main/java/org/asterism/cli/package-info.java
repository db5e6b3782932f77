/**
 * The command line: {@code asterism run}, {@code assemble}, {@code inspect} and {@code test}.
 *
 * <p>Commands parse and check their options and print; the work is done by {@code org.asterism.assembly} and
 * {@code org.asterism.machine}. Exit codes are those of {@link org.asterism.cli.ExitCode}.
 */
package org.asterism.cli;
