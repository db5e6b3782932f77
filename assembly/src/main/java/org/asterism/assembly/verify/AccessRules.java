package org.asterism.assembly.verify;

import java.lang.module.ModuleDescriptor;
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

    AccessRules(ClassTable table, Resolution resolution) {
        this.table = table;
        this.resolution = resolution;
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
     * Whether a class may name a member.
     *
     * @param from the class that holds the reference
     * @param named the class that the reference names, which may inherit the member
     * @param owner the class that declares it
     * @param access its access flags
     */
    boolean canAccess(LinkedClass from, LinkedClass named, LinkedClass owner, int access) {
        if ((access & Opcodes.ACC_PUBLIC) != 0) {
            return true;
        }
        if ((access & Opcodes.ACC_PRIVATE) != 0) {
            return from == owner || host(from) == host(owner);
        }
        if (from.sharesPackageWith(owner)) {
            return true;
        }
        if ((access & Opcodes.ACC_PROTECTED) == 0 || !table.isSubclass(from, owner)) {
            return false;
        }
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        return isStatic || table.isSubclass(named, from) || table.isSubclass(from, named);
    }

    /** The nest host: only if the class names it, it lies in the same run-time package, and it lists the class in turn. */
    private LinkedClass host(LinkedClass member) {
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
