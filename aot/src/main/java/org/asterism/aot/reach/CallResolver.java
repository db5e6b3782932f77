package org.asterism.aot.reach;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.flow.FactSource;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.Value;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.intrinsic.Intrinsic;
import org.asterism.aot.intrinsic.Intrinsics;
import org.asterism.aot.profile.OriginalCall;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.UnresolvedReferenceException;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Decides what each invoke instruction means; reachability and code emission share its answers. */
public final class CallResolver {
    private final World world;
    private final MemberResolution resolution;
    private final FactSource facts;
    private final Substitutions substitutions;
    private final boolean followsExactTypes;
    private final Intrinsics intrinsics = new Intrinsics();
    private final Map<MethodInsnNode, Known> known = new ConcurrentHashMap<>();

    /** What was decided for an instruction; everything between reachability and emission asks again. */
    private record Known(Frame frame, Call call) {
    }

    /** A resolver over a world. */
    public CallResolver(World world, MemberResolution resolution, FactSource facts, Substitutions substitutions,
            Optimizations optimizations) {
        this.world = world;
        this.resolution = resolution;
        this.facts = facts;
        this.substitutions = substitutions;
        this.followsExactTypes = optimizations.include(Optimization.DIRECT_CALLS);
    }

    /**
     * Resolves a call.
     *
     * @param frame what is known in front of it
     * @throws UnresolvedReferenceException if the class or method does not exist
     */
    public Call resolve(JavaMethod caller, MethodInsnNode call, Frame frame) {
        Known before = known.get(call);
        if (before != null && before.frame == frame) {
            return before.call;
        }
        Call resolved = decide(caller, call, frame);
        known.put(call, new Known(frame, resolved));
        return resolved;
    }

    private Call decide(JavaMethod caller, MethodInsnNode call, Frame frame) {
        if (HandleConstants.isAccess(call)) {
            return Call.of(Call.Kind.HANDLE_ACCESS);
        }
        if (HandleConstants.isFactory(call)) {
            return Call.of(Call.Kind.HANDLE_FACTORY);
        }
        JavaClass owner = world.load(caller.owner().bundle(), call.owner);
        JavaMethod resolved = resolution.method(owner, call.name, call.desc);
        requireKind(caller, call, resolved);
        if (facts.resultOf(resolved) != null) {
            return new Call(Call.Kind.CONSTANT, resolved, null, null);
        }
        if (call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL) {
            JavaMethod target = call.getOpcode() == Opcodes.INVOKESPECIAL ? special(caller, owner, resolved) : resolved;
            return direct(call instanceof OriginalCall ? target : substitutions.apply(target, caller));
        }
        return virtual(owner, resolved, frame.top(Type.getArgumentTypes(call.desc).length));
    }

    private static void requireKind(JavaMethod caller, MethodInsnNode call, JavaMethod resolved) {
        if (resolved.isStatic() != (call.getOpcode() == Opcodes.INVOKESTATIC)) {
            throw new UnresolvedReferenceException("method " + resolved + " is " + (resolved.isStatic() ? "" : "not ")
                    + "static, against what " + caller.owner() + " was compiled with");
        }
    }

    /** JVMS §6.5.invokespecial: a superclass method is looked up from the direct superclass. */
    private JavaMethod special(JavaMethod caller, JavaClass owner, JavaMethod resolved) {
        if (resolved.isConstructor() || resolved.is(Opcodes.ACC_PRIVATE) || owner == caller.owner()) {
            return resolved;
        }
        JavaClass start = owner;
        if (!owner.isInterface() && caller.owner() != owner && caller.owner().isSubtypeOf(owner)) {
            start = caller.owner().superclass();
        }
        JavaMethod selected = resolution.select(start, resolved);
        if (selected == null) {
            throw new UnresolvedReferenceException("method " + resolved + " called by " + caller + " is abstract");
        }
        return selected;
    }

    private Call direct(JavaMethod target) {
        Intrinsic intrinsic = intrinsics.find(target);
        return new Call(intrinsic != null ? Call.Kind.INTRINSIC : Call.Kind.DIRECT, target, null, intrinsic);
    }

    private Call virtual(JavaClass owner, JavaMethod resolved, Value receiver) {
        JavaClass narrowest = receiver.type() != null && receiver.type().isSubtypeOf(owner) ? receiver.type() : owner;
        Intrinsic intrinsic = intrinsics.find(resolved);
        if (intrinsic != null) {
            return new Call(Call.Kind.INTRINSIC, resolved, null, intrinsic);
        }
        if (followsExactTypes && receiver.isExact() && receiver.type() == narrowest) {
            JavaMethod selected = resolution.select(narrowest, resolved);
            if (selected != null) {
                return direct(substitutions.apply(selected));
            }
        }
        if (resolved.isStaticallyBound() && !resolved.isAbstract() && !owner.isInterface()) {
            return direct(substitutions.apply(resolved));
        }
        return new Call(Call.Kind.VIRTUAL, resolved, narrowest, null);
    }

    /** The body that runs for a receiver of exactly one class, substitutions applied; null if there is none. */
    public JavaMethod select(JavaClass receiver, JavaMethod resolved) {
        JavaMethod selected = resolution.select(receiver, resolved);
        return selected == null ? null : substitutions.apply(selected);
    }

    /** The intrinsic of a method, or null. */
    public Intrinsic intrinsic(JavaMethod method) {
        return intrinsics.find(method);
    }
}
