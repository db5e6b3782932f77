package org.asterism.service.proc.wait;

import org.asterism.service.proc.process.Process;

/**
 * What happened to a child.
 *
 * @param child who; forgotten by the table if it ended and the news was consumed
 * @param user its real user
 * @param code CLD_EXITED and the like
 * @param status exit code or signal, as SIGCHLD tells it
 * @param waitStatus as wait4(2) tells it
 */
public record ChildNews(Process child, int user, int code, int status, int waitStatus) {
}
