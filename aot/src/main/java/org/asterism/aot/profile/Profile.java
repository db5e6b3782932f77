package org.asterism.aot.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.flow.FactSource;
import org.asterism.aot.flow.Value;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.World;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The rules of one {@code java.base} profile. Later rules for the same subject replace earlier ones. Public classes of {@code java.*} are
 * outside unless a list or a rule names them; other classes are inside unless a rule says so.
 */
public final class Profile implements FactSource {
    private final String name;
    private final PublishedProfile published;
    private final Map<String, Rule> boundary = new HashMap<>();
    private final Map<String, Rule> members = new HashMap<>();
    private final Map<String, Optional<Rule>> denials = new ConcurrentHashMap<>();
    private final Map<JavaMethod, Optional<Rule>> replacements = new ConcurrentHashMap<>();
    private boolean assertions;

    Profile(String name, List<Rule> rules) {
        this.name = name;
        this.published = PublishedProfile.NAMES.contains(name) ? PublishedProfile.named(name) : null;
        for (Rule rule : rules) {
            switch (rule.action()) {
                case DENY -> boundary.put(rule.subject(), rule);
                case ALLOW, HOLD -> {
                    boundary.put(rule.subject(), rule);
                    members.remove(rule.subject());
                }
                default -> members.put(rule.subject(), rule);
            }
        }
    }

    /** Turns the assertions of bundles on. Those of {@code java.base} stay off, as in a JVM. */
    public void enableAssertions() {
        assertions = true;
    }

    /** The name, for messages. */
    public String name() {
        return name;
    }

    /** The rule that puts a class of {@code java.base} outside the profile, if any. */
    public Optional<Rule> denial(JavaClass type) {
        if (!type.bundle().isJavaBase()) {
            return Optional.empty();
        }
        return denials.computeIfAbsent(type.binaryName(), name -> boundaryRule(type).filter(rule -> rule.action() == Rule.Action.DENY));
    }

    /** The rule because of which there can be no objects of a class: it or a superclass is outside the profile. */
    public Optional<Rule> instantiationDenial(JavaClass type) {
        Optional<Rule> own = denial(type);
        return own.isPresent() || type.superclass() == null ? own : instantiationDenial(type.superclass());
    }

    /** The rule of the longest prefix that ends at a dot or a dollar sign; for public classes of {@code java.*}, of their own names only. */
    private Optional<Rule> boundaryRule(JavaClass type) {
        String className = type.binaryName();
        String outermost = className.replaceFirst("(?<=.)\\$.*", "");
        boolean published = outermost.startsWith("java.") && isPublic(type, outermost);
        for (int end = className.length(); end > 0;
                end = Math.max(className.lastIndexOf('.', end - 1), className.lastIndexOf('$', end - 1))) {
            Rule rule = boundary.get(className.substring(0, end));
            boolean ownName = end >= outermost.length();
            if (rule != null && (ownName || !published || rule.action() == Rule.Action.DENY)) {
                return Optional.of(rule);
            }
        }
        return published ? Optional.of(new Rule(Rule.Action.DENY, outermost, null, "is not in profile " + name)) : Optional.empty();
    }

    private static boolean isPublic(JavaClass type, String outermost) {
        if (type.binaryName().equals(outermost)) {
            return (type.access() & Opcodes.ACC_PUBLIC) != 0;
        }
        return type.bundle().classes().read(outermost.replace('.', '/') + ".class")
                .filter(bytes -> (new ClassReader(bytes).getAccess() & Opcodes.ACC_PUBLIC) != 0).isPresent();
    }

    /**
     * What bundles do instead of calling a member of {@code java.base}, if it is not published: its class is there for {@code java.base} alone, or a list
     * withholds it.
     */
    public Optional<String> remedyFor(JavaMethod method) {
        if (published == null) {
            return Optional.empty();
        }
        JavaClass owner = method.owner();
        boolean lent = boundaryRule(owner).filter(rule -> rule.action() == Rule.Action.ALLOW).isPresent() && owner.binaryName().startsWith("java.");
        return lent ? published.refusal(owner.binaryName()) : published.refusal(owner.binaryName(), method.name(), method.descriptor());
    }

    /** The rule that replaces the body of a method, if any. */
    public Optional<Rule> replacement(JavaMethod method) {
        return method.owner().bundle().isJavaBase()
                ? replacements.computeIfAbsent(method, key -> memberRule(key.owner(), key.name(), key.descriptor())) : Optional.empty();
    }

    private Optional<Rule> memberRule(JavaClass owner, String member, String descriptor) {
        if (!owner.bundle().isJavaBase()) {
            return Optional.empty();
        }
        String subject = owner.binaryName() + "." + member;
        Rule exact = members.get(subject + descriptor);
        return Optional.ofNullable(exact != null ? exact : members.get(subject));
    }

    @Override
    public Object resultOf(JavaMethod method) {
        return replacement(method).filter(rule -> rule.action() == Rule.Action.CONSTANT)
                .map(rule -> constant(rule, method.result().getDescriptor())).orElse(null);
    }

    @Override
    public Object valueOf(JavaField field) {
        if (field.isAssertionStatus()) {
            return assertions && !field.owner().bundle().isJavaBase() ? 0 : 1;
        }
        return memberRule(field.owner(), field.name(), "").filter(rule -> rule.action() == Rule.Action.CONSTANT)
                .map(rule -> constant(rule, field.descriptor())).orElse(null);
    }

    private static Object constant(Rule rule, String descriptor) {
        return switch (rule.value()) {
            case "null" -> Value.NULL;
            case "true" -> 1;
            case "false" -> 0;
            default -> descriptor.equals("J") ? Long.decode(rule.value()) : Integer.decode(rule.value());
        };
    }

    /** One line for each rule whose subject does not exist in a JDK: such a rule would silently do nothing. */
    public List<String> staleRules(World world) {
        List<String> stale = new ArrayList<>();
        for (Rule rule : members.values()) {
            String subject = rule.subject().replaceFirst("\\(.*", "");
            int dot = subject.lastIndexOf('.');
            Optional<JavaClass> owner = find(world, subject.substring(0, dot));
            String member = subject.substring(dot + 1);
            if (owner.isEmpty()
                    || owner.get().methodsNamed(member).isEmpty() && owner.get().fieldNamed(member) == null) {
                stale.add(rule.subject());
            }
        }
        boundary.values().stream().filter(rule -> rule.action() == Rule.Action.HOLD && find(world, rule.subject()).isEmpty())
                .forEach(rule -> stale.add(rule.subject()));
        return stale.stream().sorted().map(subject -> "profile " + name + ": " + subject + " is not in this java.base").toList();
    }

    private static Optional<JavaClass> find(World world, String className) {
        return world.find(world.javaBase(), className.replace('.', '/'));
    }
}
