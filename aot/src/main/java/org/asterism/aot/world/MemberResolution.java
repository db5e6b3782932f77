package org.asterism.aot.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;

/** Field and method resolution (JVMS §5.4.3.2–4) and the selection of virtual methods (§5.4.6). */
public final class MemberResolution {
    private final Map<JavaClass, Map<JavaMethod, Optional<JavaMethod>>> selections = new ConcurrentHashMap<>();

    /**
     * The field that a reference names.
     *
     * @throws UnresolvedReferenceException if there is none
     */
    public JavaField field(JavaClass owner, String name, String descriptor) {
        JavaField found = findField(owner, name, descriptor);
        if (found == null) {
            throw new UnresolvedReferenceException("field " + owner + "." + name + " of type " + descriptor
                    + " does not exist; the class was compiled against another version of " + owner);
        }
        return found;
    }

    /** Like {@link #field} but null without a match. */
    public JavaField findField(JavaClass owner, String name, String descriptor) {
        JavaField own = owner.field(name, descriptor);
        if (own != null) {
            return own;
        }
        for (JavaClass parent : owner.interfaces()) {
            JavaField inherited = findField(parent, name, descriptor);
            if (inherited != null) {
                return inherited;
            }
        }
        return owner.superclass() == null ? null : findField(owner.superclass(), name, descriptor);
    }

    /**
     * The method that a reference names, declared in the owner or a supertype.
     *
     * @throws UnresolvedReferenceException if there is none
     */
    public JavaMethod method(JavaClass owner, String name, String descriptor) {
        JavaMethod found = findMethod(owner, name + descriptor);
        if (found == null) {
            throw new UnresolvedReferenceException("method " + owner + "." + name + descriptor
                    + (hasSignaturePolymorphic(owner, name)
                            ? " takes what its caller passes, which nothing makes code for at run time; call a lambda of an interface instead"
                            : " does not exist; the class was compiled against another version of " + owner));
        }
        return found;
    }

    /** Whether the owner has a method of a name that takes whatever its caller passes (JVMS §2.9.3). */
    private static boolean hasSignaturePolymorphic(JavaClass owner, String name) {
        for (JavaMethod method : owner.methods()) {
            if (method.name().equals(name) && method.is(Opcodes.ACC_NATIVE) && method.is(Opcodes.ACC_VARARGS)) {
                return true;
            }
        }
        return false;
    }

    /** Like {@link #method} but null without a match. */
    public JavaMethod findMethod(JavaClass owner, String signature) {
        for (JavaClass type = owner; type != null; type = type.superclass()) {
            JavaMethod declared = type.methodBySignature(signature);
            if (declared != null) {
                return declared;
            }
        }
        JavaMethod fromInterface = maximallySpecific(owner, signature);
        return fromInterface != null ? fromInterface : anyInterfaceMethod(owner, signature);
    }

    /**
     * The body that a virtual call of a resolved method runs on a receiver of exactly one class, or null if there is none
     * ({@code AbstractMethodError}).
     */
    public JavaMethod select(JavaClass receiver, JavaMethod resolved) {
        if (resolved.is(Opcodes.ACC_PRIVATE)) {
            return resolved;
        }
        return selections.computeIfAbsent(receiver, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(resolved, key -> Optional.ofNullable(compute(receiver, key))).orElse(null);
    }

    private JavaMethod compute(JavaClass receiver, JavaMethod resolved) {
        for (JavaClass type = receiver; type != null; type = type.superclass()) {
            JavaMethod declared = type.methodBySignature(resolved.signature());
            if (declared != null && !declared.isStatic() && overrides(declared, resolved)) {
                return declared.isAbstract() ? null : declared;
            }
        }
        return maximallySpecific(receiver, resolved.signature());
    }

    /**
     * Whether a method is the other one or overrides it (JVMS §5.4.5): package-private ones in their own package, or by way of a method in
     * between that is more widely known.
     */
    private static boolean overrides(JavaMethod candidate, JavaMethod resolved) {
        if (candidate == resolved) {
            return true;
        }
        if (candidate.is(Opcodes.ACC_PRIVATE)) {
            return false;
        }
        return resolved.is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED) || samePackage(candidate.owner(), resolved.owner())
                || overridesBetween(candidate, resolved);
    }

    private static boolean overridesBetween(JavaMethod candidate, JavaMethod resolved) {
        for (JavaClass type = candidate.owner().superclass(); type != null && type != resolved.owner(); type = type.superclass()) {
            JavaMethod between = type.methodBySignature(resolved.signature());
            if (between != null && !between.isStatic() && overrides(candidate, between) && overrides(between, resolved)) {
                return true;
            }
        }
        return false;
    }

    private static boolean samePackage(JavaClass one, JavaClass other) {
        return one.bundle() == other.bundle() && one.packageName().equals(other.packageName());
    }

    private static JavaMethod maximallySpecific(JavaClass receiver, String signature) {
        List<JavaMethod> candidates = new ArrayList<>();
        for (JavaClass type : receiver.supertypes()) {
            JavaMethod declared = type.isInterface() ? type.methodBySignature(signature) : null;
            if (declared != null && !declared.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
                candidates.add(declared);
            }
        }
        JavaMethod found = null;
        for (JavaMethod candidate : candidates) {
            boolean hidden = candidates.stream().anyMatch(other -> other != candidate
                    && other.owner().isSubtypeOf(candidate.owner()));
            if (!hidden && !candidate.isAbstract()) {
                if (found != null) {
                    return null;
                }
                found = candidate;
            }
        }
        return found;
    }

    private static JavaMethod anyInterfaceMethod(JavaClass owner, String signature) {
        for (JavaClass type : owner.supertypes()) {
            JavaMethod declared = type.isInterface() ? type.methodBySignature(signature) : null;
            if (declared != null && !declared.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
                return declared;
            }
        }
        return null;
    }
}
