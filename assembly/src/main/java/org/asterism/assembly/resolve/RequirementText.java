package org.asterism.assembly.resolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;

/**
 * A requirement in words. OSGi writes requirements as LDAP filters (RFC 1960); people read names and ranges.
 *
 * @param namespace kind of capability
 * @param name value asked for of the namespace's own attribute, or the whole filter if it has none
 * @param range versions asked for in interval notation, empty for any
 */
record RequirementText(String namespace, String name, String range) {
    private static final Pattern AT_LEAST = Pattern.compile("\\((?:bundle-)?version>=([^)]*)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]*)\\)\\)");
    private static final Pattern AT_MOST = Pattern.compile("\\((?:bundle-)?version<=([^)]*)\\)");

    static RequirementText of(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        String namespace = requirement.getNamespace();
        String attribute = attribute(namespace);
        Matcher name = Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^)]*)\\)").matcher(filter);
        return new RequirementText(namespace, name.find() ? name.group(1) : filter, range(filter));
    }

    private static String attribute(String namespace) {
        return switch (namespace) {
            case "osgi.service" -> "objectClass";
            case "ostd.arch" -> "arch";
            case "ostd.grant" -> "grant";
            default -> namespace;
        };
    }

    /** A capability by its namespace's own attribute, or by all its attributes if it lacks that. */
    static String value(Capability capability) {
        Object value = capability.getAttributes().get(attribute(capability.getNamespace()));
        return String.valueOf(value == null ? capability.getAttributes() : value);
    }

    private static String range(String filter) {
        Matcher below = BELOW.matcher(filter);
        Matcher atMost = AT_MOST.matcher(filter);
        Matcher atLeast = AT_LEAST.matcher(below.find() ? below.replaceAll("") : filter);
        String floor = atLeast.find() ? atLeast.group(1) : "0.0.0";
        below.reset();
        if (below.find()) {
            return "[" + floor + "," + below.group(1) + ")";
        }
        if (atMost.find()) {
            return "[" + floor + "," + atMost.group(1) + "]";
        }
        return floor.equals("0.0.0") ? "" : floor + " or newer";
    }

    /** The requirement as the object of a sentence: {@code package org.example version [1.0,2.0)}. */
    @Override
    public String toString() {
        String kind = switch (namespace) {
            case "osgi.wiring.package" -> "package ";
            case "osgi.identity", "osgi.wiring.bundle" -> "bundle ";
            case "osgi.service" -> "service ";
            case "ostd.arch" -> "architecture ";
            case "ostd.grant" -> "grant ";
            default -> namespace + " ";
        };
        return kind + name + (range.isEmpty() ? "" : " version " + range);
    }
}
