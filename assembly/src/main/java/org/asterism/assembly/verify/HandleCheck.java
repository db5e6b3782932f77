package org.asterism.assembly.verify;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Checks a method handle as the instruction it stands for (JVMS §5.4.3.5), and where that instruction would be verified. */
final class HandleCheck {
    private static final String REBUILD = "compile the bundle against the bundles it is linked with";

    private final ClassTable table;
    private final ReferenceCheck references;
    private final AccessRules access;
    private final Problems problems;

    HandleCheck(ClassTable table, ReferenceCheck references, AccessRules access, Problems problems) {
        this.table = table;
        this.references = references;
        this.access = access;
        this.problems = problems;
    }

    void check(LinkedClass in, String member, Handle handle) {
        int tag = handle.getTag();
        if (tag <= Opcodes.H_PUTSTATIC) {
            // a handle is not an instruction of an initializer, so it never writes a final field
            references.field(in, "handle in " + member, opcode(tag), handle.getOwner(), handle.getName(), handle.getDesc());
            return;
        }
        LinkedClass named = table.find(in, handle.getOwner());
        if (tag == Opcodes.H_NEWINVOKESPECIAL) {
            references.instantiation(in, member, handle.getOwner());
            construction(in, member, handle, named);
        } else if (tag == Opcodes.H_INVOKESPECIAL && named != null && !isOwnOrParent(in, named)) {
            problems.refuseMember(Check.DIRECT_CALL, in, member, "calls " + named + "." + handle.getName()
                    + " as its own superclass's, which it is not", REBUILD);
        }
        references.method(in, member, opcode(tag), handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    private static int opcode(int tag) {
        return switch (tag) {
            case Opcodes.H_GETFIELD -> Opcodes.GETFIELD;
            case Opcodes.H_GETSTATIC -> Opcodes.GETSTATIC;
            case Opcodes.H_PUTFIELD -> Opcodes.PUTFIELD;
            case Opcodes.H_PUTSTATIC -> Opcodes.PUTSTATIC;
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKESPECIAL;
        };
    }

    private boolean isOwnOrParent(LinkedClass in, LinkedClass named) {
        return table.isSubclass(in, named) || in.node().interfaces.contains(named.name());
    }

    /** A protected constructor is for {@code super(...)}; a new object of the superclass is nobody's own instance. */
    private void construction(LinkedClass in, String member, Handle handle, LinkedClass named) {
        if (!handle.getName().equals("<init>")) {
            problems.refuseMember(Check.DIRECT_CALL, in, member, "constructs by " + handle.getName() + ", which is no constructor", REBUILD);
            return;
        }
        MethodNode constructor = named == null ? null : named.method("<init>", handle.getDesc());
        if (constructor != null && named != in && access.isOwnInstancesOnly(in, named, constructor.access)) {
            problems.refuseMember(Check.PROTECTED_RECEIVER, in, member, "constructs " + named + " by a protected constructor", "use what its class makes accessible");
        }
    }
}
