package org.asterism.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.assembly.link.ImageCompiler.Reached;
import org.asterism.assembly.verify.ProfileBreach;

/** The lines that refuse what a profile does not hold, each with the shortest chain of calls that reaches it. */
final class BreachReport {
    private BreachReport() {}

    /** One line for each breach, and for what else keeps the image from being linked. */
    static List<String> lines(List<ProfileBreach> breaches, Reached reached) {
        List<String> lines = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        for (ProfileBreach breach : breaches) {
            methods.add(breach.method());
            lines.add(breach.line() + path(breach, reached));
        }
        reached.offenders().forEach((method, offences) -> {
            if (!methods.contains(method)) {
                lines.addAll(offences);
            }
        });
        return lines;
    }

    private static String path(ProfileBreach breach, Reached reached) {
        List<String> path = reached.paths().get(breach.method());
        if (path == null) {
            return breach.method().isEmpty() || reached.paths().isEmpty() ? "" : " [not reached by any component]";
        }
        return path.stream().map(method -> method.replaceFirst("\\(.*", "")).collect(Collectors.joining(" -> ", " [reached by ", "]"));
    }
}
