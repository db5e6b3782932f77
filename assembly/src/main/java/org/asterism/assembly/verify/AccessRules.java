package org.asterism.assembly.verify;

import java.lang.module.ModuleDescriptor;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.assembly.resolve.Resolution;
import org.objectweb.asm.Opcodes;

/** Who may name whom: access control of classes and members (JVMS §5.4.4), nests included (§5.4.4, §4.7.28). */
final class AccessRules {
    private static final Set<String> EXPORTED = Object.class.getModule().getDescriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());

    private final ClassTable table;
    private final Resolution resolution;
    private final Problems problems;
    private final Map<LinkedClass, LinkedClass> hosts = new IdentityHashMap<>();

    AccessRules(ClassTable table, Resolution resolution, Problems problems) {
        this.table = table;
        this.resolution = resolution;
        this.problems = problems;
    }

    /** Whether a class may name another: public (and, of {@code java.base}, exported), or of the same run-time package. */
    boolean canAccess(LinkedClass from, LinkedClass target) {
        if (from.sharesPackageWith(target)) {
            return true;
        }
        if (!target.is(Opcodes.ACC_PUBLIC)) {
            return false;
        }
        return !target.isPlatform()
                || resolution.isPrivileged(from.bundle())
                || EXPORTED.contains(target.packageName().replace('/', '.'));
    }

    /**
     * Which rule a class breaks when it names a member.
     *
     * @param from the class that holds the reference
     * @param named the class that the reference names, which may inherit the member
     * @param owner the class that declares it
     * @param access its access flags
     * @return null if the access is allowed
     */
    Check broken(LinkedClass from, LinkedClass named, LinkedClass owner, int access) {
        if ((access & Opcodes.ACC_PUBLIC) != 0) {
            return null;
        }
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            if (from == owner || host(from) == host(owner)) {
                return null;
            }
            return claimsNestOf(from, owner) ? Check.NEST : Check.PRIVATE_ACCESS;
        }
        if (from.sharesPackageWith(owner)) {
            return null;
        }
        if ((access & Opcodes.ACC_PROTECTED) == 0) {
            return Check.PACKAGE_ACCESS;
        }
        if (!table.isSubclass(from, owner)) {
            return Check.PROTECTED_ACCESS;
        }
        boolean related = (access & Opcodes.ACC_STATIC) != 0 || table.isSubclass(named, from) || table.isSubclass(from, named);
        return related ? null : Check.PROTECTED_RECEIVER;
    }

    /**
     * Whether a member that a class may name is nevertheless its own instances' only: protected, and of another package. The
     * verifier of types sees to it in code (JVMS §4.10.1.8); nobody does in method handles.
     */
    boolean isOwnInstancesOnly(LinkedClass from, LinkedClass owner, int access) {
        return (access & Opcodes.ACC_PROTECTED) != 0 && (access & Opcodes.ACC_STATIC) == 0
                && !from.sharesPackageWith(owner) && problems.isOn(Check.PROTECTED_RECEIVER);
    }

    private LinkedClass host(LinkedClass member) {
        return hosts.computeIfAbsent(member, this::findHost);
    }

    private static boolean claimsNestOf(LinkedClass from, LinkedClass owner) {
        String ownersHost = owner.node().nestHostClass == null ? owner.name() : owner.node().nestHostClass;
        return ownersHost.equals(from.node().nestHostClass);
    }

    /** The nest host: only if the class names it, it lies in the same run-time package, and it lists the class in turn. */
    private LinkedClass findHost(LinkedClass member) {
        String name = member.node().nestHostClass;
        if (name == null) {
            return member;
        }
        LinkedClass host = table.find(member, name);
        boolean agreed = host != null && host.sharesPackageWith(member)
                && host.node().nestMembers != null && host.node().nestMembers.contains(member.name());
        return agreed ? host : member;
    }
}
