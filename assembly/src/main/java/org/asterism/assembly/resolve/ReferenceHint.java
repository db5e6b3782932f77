package org.asterism.assembly.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.assembly.bundle.Bundle;

/** Looks names of components up in bundles that are not read as components yet, for messages and for {@code -ostd-bind}. */
final class ReferenceHint {
    private static final Pattern COMPONENT = Pattern.compile("component [^>]*?name=\"([^\"]+)\"");

    private ReferenceHint() {}

    /** {@code component/reference} of the first component of a bundle that references a service; a placeholder if it cannot be told. */
    static String referenceTo(String service, Bundle bundle) {
        Pattern reference = Pattern.compile("<reference [^>]*?name=\"([^\"]+)\"[^>]*?interface=\"" + Pattern.quote(service) + "\"");
        return find(bundle, reference).map(found -> found[0] + "/" + found[1]).orElse("COMPONENT/REFERENCE");
    }

    /** The first component of a bundle that provides a service; a placeholder if it cannot be told. */
    static String providerOf(String service, Bundle bundle) {
        return find(bundle, Pattern.compile("<provide interface=\"(" + Pattern.quote(service) + ")\""))
                .map(found -> found[0]).orElse("COMPONENT");
    }

    /** Whether a bundle describes a component of a name. */
    static boolean holds(String component, Bundle bundle) {
        return find(bundle, Pattern.compile("component [^>]*?name=\"(" + Pattern.quote(component) + ")\"")).isPresent();
    }

    private static Optional<String[]> find(Bundle bundle, Pattern wanted) {
        for (Map.Entry<String, byte[]> entry : bundle.entries().entrySet()) {
            if (!entry.getKey().startsWith("OSGI-INF/") || !entry.getKey().endsWith(".xml")) {
                continue;
            }
            String xml = new String(entry.getValue(), StandardCharsets.UTF_8);
            Matcher component = COMPONENT.matcher(xml);
            Matcher found = wanted.matcher(xml);
            if (component.find() && found.find()) {
                return Optional.of(new String[] {component.group(1), found.group(1)});
            }
        }
        return Optional.empty();
    }
}
