package org.asterism.aot.reach;

import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.InitializedClass;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.PrimitiveArrays;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.intrinsic.HandleTarget;
import org.asterism.aot.lower.ImageObject;
import org.asterism.aot.profile.Profile;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds what one body refers to. */
final class BodyScanner {
    private static final String PRIVILEGED_PREFIX = "org/asterism/ostd/unsafe/";

    private final ClosureBuilder builder;
    private final World world;
    private final MemberResolution resolution;
    private final Profile profile;
    private final CallResolver calls;
    private final HandleConstants handles;
    private final JavaMethod method;
    private final MethodFlow flow;
    private final Bundle bundle;

    BodyScanner(ClosureBuilder builder, World world, MemberResolution resolution, Profile profile, CallResolver calls,
            HandleConstants handles, JavaMethod method, MethodFlow flow) {
        this.builder = builder;
        this.world = world;
        this.resolution = resolution;
        this.profile = profile;
        this.calls = calls;
        this.handles = handles;
        this.method = method;
        this.flow = flow;
        this.bundle = method.owner().bundle();
        for (TryCatchBlockNode block : method.node().tryCatchBlocks) {
            if (block.type != null && flow.isReached(block.handler)) {
                builder.touch(world.load(bundle, block.type));
            }
        }
    }

    void scan(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            requirePrivilege(call.owner);
            scanCall(call);
        } else if (instruction instanceof FieldInsnNode access) {
            scanField(access);
        } else if (instruction instanceof TypeInsnNode type) {
            scanType(type);
        } else if (instruction instanceof LdcInsnNode ldc) {
            scanLiteral(ldc.cst);
        } else if (instruction.getOpcode() == Opcodes.NEWARRAY) {
            String element = PrimitiveArrays.elementName(((IntInsnNode) instruction).operand);
            builder.touch(world.array(world.primitive(element)));
        }
    }

    /** The primitives of OSTD may be named by privileged bundles alone. */
    private void requirePrivilege(String owner) {
        if (owner.startsWith(PRIVILEGED_PREFIX) && !bundle.privileged()) {
            builder.offend(method, owner.replace('/', '.'), "is privileged and bundle " + bundle + " is not",
                    "use the safe API of org.asterism.ostd");
        }
    }

    private void scanCall(MethodInsnNode call) {
        Frame frame = flow.before(call);
        Call resolved = calls.resolve(method, call, frame);
        if (resolved.kind() != Call.Kind.HANDLE_FACTORY && resolved.kind() != Call.Kind.HANDLE_ACCESS) {
            requireNoHandle(call, frame);
        }
        switch (resolved.kind()) {
            case DIRECT -> {
                if (resolved.target().isStatic() && call.getOpcode() == Opcodes.INVOKESTATIC) {
                    builder.initialize(resolved.target().owner(), method);
                }
                builder.reach(resolved.target(), method);
                if (resolved.target().owner().name().equals(call.owner)) {
                    builder.name(resolved.target(), method);
                }
            }
            case VIRTUAL -> {
                builder.touch(resolved.receiver());
                builder.reachVirtual(resolved.target(), resolved.receiver(), method);
            }
            case HANDLE_ACCESS -> {
                HandleTarget target = handles.target(method, call, frame);
                if (target.kind() == HandleTarget.Kind.STATIC_FIELD) {
                    useStatic(target.field());
                }
            }
            default -> { }
        }
    }

    private void requireNoHandle(MethodInsnNode call, Frame frame) {
        int values = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
        for (int i = 0; i < values; i++) {
            if (HandleConstants.isMadeHere(frame.top(i))) {
                builder.offend(method, HandleConstants.VAR_HANDLE.replace('/', '.'), "is made in " + method + " and not kept",
                        "keep it in a static final field, and take it straight from there");
            }
        }
    }

    private void scanField(FieldInsnNode access) {
        JavaField field = resolution.field(world.load(bundle, access.owner), access.name, access.desc);
        boolean isStatic = access.getOpcode() == Opcodes.GETSTATIC || access.getOpcode() == Opcodes.PUTSTATIC;
        if (isStatic != field.isStatic()) {
            builder.offend(method, field.toString(), "is " + (field.isStatic() ? "" : "not ")
                    + "static, against what the class was compiled with", "rebuild the bundle");
        }
        builder.touch(field.owner());
        Object fact = field.isStatic() ? profile.valueOf(field) : null;
        if (field.isStatic() && fact == null && !field.descriptor().equals("L" + HandleConstants.VAR_HANDLE + ";")) {
            useStatic(field);
        } else if (fact instanceof JavaClass literal) {
            builder.name(literal, method);
        }
    }

    private void useStatic(JavaField field) {
        builder.closure().statics.add(field);
        scanLiteral(field.constant());
        builder.initialize(field.owner(), method);
    }

    private void scanType(TypeInsnNode instruction) {
        JavaClass type = world.load(bundle, instruction.desc);
        switch (instruction.getOpcode()) {
            case Opcodes.NEW -> {
                if (type.isAbstract()) {
                    builder.offend(method, type.toString(), "is abstract and instantiated", "rebuild the bundle");
                } else if (profile.instantiationDenial(type).isEmpty()) {
                    builder.instantiate(type, method);
                    builder.initialize(type, method);
                } else if (!bundle.isJavaBase()) {
                    builder.offend(method, type.toString(), "is outside profile " + profile.name() + " ("
                            + profile.instantiationDenial(type).get().reason() + ")", "do without it, or choose a profile that holds it");
                }
            }
            case Opcodes.ANEWARRAY -> builder.touch(world.array(type));
            default -> builder.touch(type);
        }
    }

    /** The runtime may make objects of the classes that it names. */
    private void scanLiteral(Object literal) {
        if (literal instanceof String text) {
            builder.closure().strings.add(text);
        } else if (literal instanceof ImageObject object) {
            builder.instantiate(object.type(), method);
            builder.initialize(object.type(), method);
            builder.closure().imageObjects.add(object);
        } else if (literal instanceof Type type && type.getSort() != Type.METHOD) {
            JavaClass named = world.load(bundle, type.getInternalName());
            builder.name(named, method);
            if (bundle.privileged() && !bundle.isJavaBase() && !named.isAbstract() && !named.isPrimitive()) {
                builder.instantiate(named, method);
            }
        } else if (literal instanceof JavaClass type) {
            builder.name(type, method);
        } else if (literal instanceof InitializedClass named) {
            builder.initialize(named.type(), method);
        }
    }
}
