package org.asterism.aot;

import java.util.List;

/**
 * One thing that keeps an image from being linked.
 *
 * @param bundle the bundle whose code reaches it
 * @param member the class or member that is at fault
 * @param reason what is wrong
 * @param remedy what to do
 * @param path the shortest chain of calls found, from a root to the method that holds the reference
 */
public record Offender(String bundle, String member, String reason, String remedy, List<String> path) {

    /** One line: bundle, member, reason, remedy, path. */
    public String line() {
        return "bundle " + bundle + ": " + member + ": " + reason + "; " + remedy
                + (path.isEmpty() ? "" : " [reached by " + String.join(" -> ", path) + "]");
    }
}
