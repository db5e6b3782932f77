package org.asterism.aot.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.asterism.aot.Offender;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.lower.ImageObject;
import org.asterism.aot.profile.Rule;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;

/** What an image holds. Filled by {@link ClosureBuilder}, read by everything after it. */
public final class Closure {
    final Map<JavaMethod, JavaMethod> callers = new LinkedHashMap<>();
    final Map<JavaMethod, MethodFlow> flows = new HashMap<>();
    final Map<JavaMethod, Rule> cuts = new LinkedHashMap<>();
    final Set<JavaClass> instantiated = new LinkedHashSet<>();
    final Set<JavaClass> types = new LinkedHashSet<>();
    final Map<JavaClass, JavaMethod> initializers = new LinkedHashMap<>();
    final Set<JavaField> statics = new LinkedHashSet<>();
    final Map<JavaField, Object> initialValues = new HashMap<>();
    final Set<String> strings = new ConcurrentSkipListSet<>();
    final Set<ImageObject> imageObjects = new LinkedHashSet<>();
    final List<Offender> offenders = new ArrayList<>();
    final Map<RuntimeEntry, JavaMethod> runtime = new HashMap<>();

    /** Every reached method in the order of discovery: with code of its own, cut, or bound to assembly. */
    public Collection<JavaMethod> methods() {
        return Collections.unmodifiableSet(callers.keySet());
    }

    /** Whether a method is in the image. */
    public boolean contains(JavaMethod method) {
        return callers.containsKey(method);
    }

    /** The analysis of a method with a body of its own; null if it is cut or bound to assembly. */
    public MethodFlow flow(JavaMethod method) {
        return flows.get(method);
    }

    /** The rule that replaced the body of a method, or null. */
    public Rule cut(JavaMethod method) {
        return cuts.get(method);
    }

    /** The classes of which objects can exist, arrays included. */
    public Set<JavaClass> instantiated() {
        return instantiated;
    }

    /** The types that have metadata, supertypes and element types included. */
    public Set<JavaClass> types() {
        return types;
    }

    /** The compiled initialiser of a class, or null if it has none that does something. */
    public JavaMethod initializer(JavaClass type) {
        return initializers.get(type);
    }

    /** The classes with an initialiser that does something at run time. */
    public Set<JavaClass> initializedClasses() {
        return initializers.keySet();
    }

    /** Whether initialising a class runs code: its own initialiser, or one of a superclass or superinterface. */
    public boolean needsInitialization(JavaClass type) {
        for (JavaClass each = type; each != null; each = each.superclass()) {
            if (initializers.containsKey(each) || each.initializedInterfaces().stream().anyMatch(initializers::containsKey)) {
                return true;
            }
        }
        return false;
    }

    /** The static fields that some code reads or writes. */
    public Set<JavaField> statics() {
        return statics;
    }

    /** The value that a static field has from the start, from evaluation or its {@code ConstantValue}; null if zero. */
    public Object initialValue(JavaField field) {
        return initialValues.getOrDefault(field, field.constant());
    }

    /** The string literals. */
    public Set<String> strings() {
        return strings;
    }

    /** Adds a string that emitted code names. */
    public void addString(String text) {
        strings.add(text);
    }

    /** The objects without fields that literals name. */
    public Set<ImageObject> imageObjects() {
        return imageObjects;
    }

    /** The method behind a runtime entry. */
    public JavaMethod runtime(RuntimeEntry entry) {
        return runtime.get(entry);
    }

    /** Everything that keeps the image from being linked, in a stable order. */
    public List<Offender> offenders() {
        return offenders;
    }

    /** The shortest known chain of calls from a root to a method, both included. */
    public List<JavaMethod> path(JavaMethod method) {
        List<JavaMethod> path = new ArrayList<>();
        for (JavaMethod each = method; each != null; each = callers.get(each)) {
            path.add(0, each);
        }
        return path;
    }
}
