package org.asterism.assembly.verify;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.asterism.aot.profile.PublishedProfile;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Resolves and access-checks one symbolic reference at a time (JVMS §5.4.3, §5.4.4, and the linking rules of §6.5). */
final class ReferenceCheck {
    private static final String REBUILD = "compile the bundle against the bundles it is linked with";
    private static final String ACCESSIBLE = "use what its class makes accessible";
    private static final String OBJECT = "java/lang/Object";
    private static final String LOCKS = "java/util/concurrent/locks/";

    private final ClassTable table;
    private final Resolution resolution;
    private final MemberResolution members;
    private final AccessRules access;
    private final Problems problems;

    /** Descriptors found sound in the class that was looked at last; the same few are everywhere in it. */
    private final Set<String> sound = new HashSet<>();
    private LinkedClass last;

    ReferenceCheck(ClassTable table, Resolution resolution, AccessRules access, Problems problems) {
        this.table = table;
        this.resolution = resolution;
        this.members = new MemberResolution(table);
        this.access = access;
        this.problems = problems;
    }

    /** Checks a class named as such or in a type; arrays count as their elements. Returns null if it is refused. */
    LinkedClass type(LinkedClass in, String member, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return element.getSort() == Type.OBJECT ? classReference(in, member, element.getInternalName()) : null;
    }

    /** Checks every type in a field's or method's descriptor: they must exist for the bundle, access aside. */
    void descriptor(LinkedClass in, String member, String descriptor) {
        if (in != last) {
            last = in;
            sound.clear();
        }
        if (sound.contains(descriptor)) {
            return;
        }
        int before = problems.found();
        parts(in, member, descriptor);
        if (problems.found() == before) {
            sound.add(descriptor);
        }
    }

    private void parts(LinkedClass in, String member, String descriptor) {
        if (descriptor.startsWith("(")) {
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                exists(in, member, argument);
            }
            exists(in, member, Type.getReturnType(descriptor));
        } else {
            exists(in, member, Type.getType(descriptor));
        }
    }

    private void exists(LinkedClass in, String member, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            existing(in, member, element.getInternalName());
        }
    }

    private LinkedClass existing(LinkedClass in, String member, String name) {
        LinkedClass found = table.find(in, name);
        if (found == null) {
            problems.refuseMember(Check.CLASS_EXISTS, in, member, "names " + name.replace('/', '.')
                    + ", which is neither in the bundle nor in a package it imports", "import its package, or " + REBUILD);
            return null;
        }
        if (!resolution.isPrivileged(in.bundle()) && found.isPlatform()) {
            return offered(in, member, found) ? found : null;
        }
        return found;
    }

    private boolean offered(LinkedClass in, String member, LinkedClass target) {
        PublishedProfile profile = resolution.profile();
        Optional<String> remedy = profile.refusal(target.dottedName());
        if (remedy.isPresent()) {
            return !problems.breach(Check.PROFILE_CLASS, in, member,
                    "names " + target + ", which profile '" + profile.name() + "' does not hold", remedy.get());
        }
        if (target.name().startsWith(LOCKS)) {
            return !problems.refuseMember(Check.LOCK, in, member, "names " + target + ", a lock that knows nothing of atomic mode",
                    "use a lock of org.asterism.ostd.sync");
        }
        return true;
    }

    /** Checks a class reference; returns the class, or null if it is refused. */
    LinkedClass classReference(LinkedClass in, String member, String name) {
        LinkedClass found = existing(in, member, name);
        if (found != null && !access.canAccess(in, found) && problems.refuseMember(Check.CLASS_ACCESS, in, member,
                "names class " + found + ", which is not accessible to it", "use a public type that is exported")) {
            return null;
        }
        return found;
    }

    /** Checks {@code new}. */
    void instantiation(LinkedClass in, String member, String name) {
        LinkedClass found = classReference(in, member, name);
        if (found != null && found.is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) {
            problems.refuseMember(Check.ABSTRACT_CLASS, in, member, "instantiates " + found + ", which is abstract", REBUILD);
        }
    }

    /** Checks a field instruction. */
    void field(LinkedClass in, String member, int opcode, String ownerName, String name, String descriptor) {
        LinkedClass named = classReference(in, member, ownerName);
        if (named == null) {
            return;
        }
        descriptor(in, member, descriptor);
        MemberResolution.Field field = members.field(named, name, descriptor);
        String target = named + "." + name;
        if (field == null) {
            problems.refuseMember(Check.MEMBER_EXISTS, in, member, "uses field " + target + " of type "
                    + (descriptor.startsWith("(") ? descriptor : Type.getType(descriptor).getClassName()) + ", which does not exist", REBUILD);
            return;
        }
        int flags = field.node().access;
        Check broken = access.broken(in, named, field.owner(), flags);
        if (broken != null && problems.refuseMember(broken, in, member, "uses " + visibility(flags) + " field " + target, ACCESSIBLE)) {
            return;
        }
        boolean wantsStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        if (wantsStatic != field.is(Opcodes.ACC_STATIC)) {
            problems.refuseMember(Check.STATICNESS, in, member, "uses field " + target + " as "
                    + (wantsStatic ? "static" : "an instance field") + ", which it is not", REBUILD);
        }
        boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        String initializer = opcode == Opcodes.PUTSTATIC ? "<clinit>" : "<init>";
        boolean initializes = field.owner() == in && member.startsWith(initializer + "(");
        if (writes && field.is(Opcodes.ACC_FINAL) && !initializes) {
            problems.refuseMember(Check.FINAL_FIELD, in, member, "writes final field " + target,
                    "a final field is written by its own class's initializer only");
        }
        withheld(in, member, field.owner(), named, name, descriptor);
    }

    /** Checks a method call. */
    void method(LinkedClass in, String member, int opcode, String ownerName, String name, String descriptor, boolean isInterface) {
        boolean ofArray = ownerName.startsWith("[");
        LinkedClass named = ofArray ? arrayClass(in, member, ownerName) : classReference(in, member, ownerName);
        if (named == null) {
            return;
        }
        descriptor(in, member, descriptor);
        String target = named + "." + name;
        if (!ofArray && named.isInterface() != isInterface && problems.refuseMember(Check.METHOD_KIND, in, member,
                "calls " + target + " as a method of " + (isInterface ? "an interface" : "a class") + ", which " + named + " is not", REBUILD)) {
            return;
        }
        MemberResolution.Method method = named.isInterface()
                ? members.interfaceMethod(named, name, descriptor)
                : members.classMethod(named, name, descriptor);
        if (method == null || name.equals("<init>") && method.owner() != named) {
            problems.refuseMember(Check.MEMBER_EXISTS, in, member, "calls " + target + descriptor + ", which does not exist", REBUILD);
            return;
        }
        boolean arrayClone = ofArray && name.equals("clone");
        int flags = method.node().access;
        Check broken = arrayClone ? null : access.broken(in, named, method.owner(), flags);
        if (broken != null && problems.refuseMember(broken, in, member, "calls " + visibility(flags) + " method " + target, ACCESSIBLE)) {
            return;
        }
        kind(in, member, opcode, method, target);
        withheld(in, member, method.owner(), named, name, descriptor);
    }

    private void kind(LinkedClass in, String member, int opcode, MemberResolution.Method method, String target) {
        boolean wantsStatic = opcode == Opcodes.INVOKESTATIC;
        if (wantsStatic != method.is(Opcodes.ACC_STATIC)) {
            problems.refuseMember(Check.STATICNESS, in, member, "calls " + target + " as "
                    + (wantsStatic ? "a static" : "an instance") + " method, which it is not", REBUILD);
        }
        String name = method.node().name;
        if (name.equals("<clinit>") || name.equals("<init>") && opcode != Opcodes.INVOKESPECIAL) {
            problems.refuseMember(Check.DIRECT_CALL, in, member, "calls initializer " + target + " as an ordinary method", REBUILD);
        }
        if (opcode == Opcodes.INVOKESPECIAL && method.is(Opcodes.ACC_ABSTRACT)) {
            problems.refuseMember(Check.DIRECT_CALL, in, member, "calls abstract method " + target + " directly", REBUILD);
        }
    }

    private LinkedClass arrayClass(LinkedClass in, String member, String name) {
        type(in, member, Type.getObjectType(name));
        return table.find(in, OBJECT);
    }

    /** Members of {@code java.*} classes that a safe bundle may not use, named directly or inherited. */
    private void withheld(LinkedClass in, String member, LinkedClass owner, LinkedClass named, String name, String descriptor) {
        if (resolution.isPrivileged(in.bundle()) || !owner.isPlatform()) {
            return;
        }
        PublishedProfile profile = resolution.profile();
        profile.refusal(owner.dottedName(), name, descriptor).ifPresent(remedy -> problems.breach(Check.PROFILE_MEMBER, in, member,
                "uses " + (named == owner ? "" : named + "'s ") + owner + "." + name + ", which profile '" + profile.name() + "' withholds", remedy));
    }

    static String visibility(int flags) {
        return (flags & Opcodes.ACC_PRIVATE) != 0 ? "private" : (flags & Opcodes.ACC_PROTECTED) != 0 ? "protected" : "package-private";
    }
}
