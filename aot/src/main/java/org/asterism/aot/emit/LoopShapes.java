package org.asterism.aot.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asterism.aot.Optimization;
import org.asterism.aot.Optimizations;
import org.asterism.aot.flow.Frame;
import org.asterism.aot.flow.MethodFlow;
import org.asterism.aot.flow.Value;
import org.asterism.aot.reach.Call;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds loops that give every element to an object that passes it on to others, as the stages of a stream do: loops with a virtual call on
 * a parameter, whose possible receivers have final fields with further receivers. Such a method gets its body once more for each of a few
 * shapes of the object; there the calls are direct, unfolded into the loop, and what the objects hold is loaded before it. Nobody can see
 * that a final field was loaded early: whoever could still write it is a constructor, and it waits for the loop.
 */
public final class LoopShapes {
    private static final int MOST_SHAPES = 12;
    private static final int MOST_OBJECTS = 6;
    private static final int MOST_RECEIVERS = 8;
    private static final int MOST_INSTRUCTIONS = 24;
    /** Fewer are what comparisons of the class in front of each call do as well. */
    private static final int LEAST_DEPTH = 3;

    private final World world;
    private final MemberResolution resolution;
    private final Closure closure;
    private final CallResolver calls;
    private final Dispatch dispatch;
    private final Map<JavaMethod, Known> known = new HashMap<>();

    /**
     * What is done for one method.
     *
     * @param local  that holds the parameter
     * @param shapes what the body is repeated for
     */
    record Known(int local, List<Shape> shapes) {
    }

    /** Looks at every method of a closure. */
    public LoopShapes(World world, MemberResolution resolution, Closure closure, CallResolver calls, Dispatch dispatch, Optimizations optimizations) {
        this.world = world;
        this.resolution = resolution;
        this.closure = closure;
        this.calls = calls;
        this.dispatch = dispatch;
        if (optimizations.include(Optimization.LOOP_SHAPES)) {
            for (JavaMethod method : closure.methods()) {
                Known found = isPlain(method) ? find(method) : null;
                if (found != null) {
                    known.put(method, found);
                }
            }
        }
    }

    /** What is done for a method, or null. */
    Known of(JavaMethod method) {
        return known.get(method);
    }

    /** The method that a call runs for a receiver of exactly one class, or null. */
    JavaMethod target(JavaMethod caller, MethodInsnNode call, Frame frame, JavaClass receiver) {
        Call resolved = calls.resolve(caller, call, frame);
        return resolved.kind() == Call.Kind.VIRTUAL && !resolved.target().is(Opcodes.ACC_PRIVATE) ? calls.select(receiver, resolved.target()) : null;
    }

    /** Whether the body of a method is repeated where it is called. */
    boolean isUnfolded(JavaMethod method) {
        return isPlain(method) && FieldRead.isKept(method, 0) && closure.flow(method).reachedInstructions() <= MOST_INSTRUCTIONS;
    }

    /** Whether nothing but the instructions of a method makes up its function. */
    private boolean isPlain(JavaMethod method) {
        return closure.flow(method) != null && closure.cut(method) == null && method.node().tryCatchBlocks.isEmpty() && !method.isClassInitializer()
                && !method.isConstructor() && !method.is(Opcodes.ACC_SYNCHRONIZED) && !Inlining.isKept(method);
    }

    private Known find(JavaMethod method) {
        InsnList instructions = method.node().instructions;
        MethodFlow flow = closure.flow(method);
        for (AbstractInsnNode jump : instructions) {
            int end = jump instanceof JumpInsnNode && flow.isReached(jump) ? instructions.indexOf(jump) : -1;
            int start = end < 0 ? 0 : instructions.indexOf(((JumpInsnNode) jump).label);
            for (int i = start; i < end; i++) {
                Known found = instructions.get(i) instanceof MethodInsnNode call ? find(method, call) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Known find(JavaMethod method, MethodInsnNode call) {
        Frame frame = closure.flow(method).before(call);
        int local = frame == null || !FieldRead.isVirtual(call) ? -1 : parameter(method, FieldRead.receiver(call, frame), frame);
        if (local < 0) {
            return null;
        }
        List<List<Shape>> ofReceivers = new ArrayList<>();
        for (JavaClass receiver : receivers(method, call)) {
            JavaMethod target = target(method, call, frame, receiver);
            if (target != null && isUnfolded(target)) {
                List<Shape> shapes = alternatives(receiver, target, List.of(method));
                ofReceivers.add(shapes.stream().filter(shape -> shape.depth() >= LEAST_DEPTH).toList());
            }
        }
        List<Shape> shapes = someOfEach(ofReceivers);
        return shapes.isEmpty() ? null : new Known(local, shapes);
    }

    private static List<Shape> someOfEach(List<List<Shape>> lists) {
        List<Shape> some = new ArrayList<>();
        for (int i = 0; i < MOST_SHAPES; i++) {
            for (List<Shape> list : lists) {
                if (i < list.size() && some.size() < MOST_SHAPES) {
                    some.add(list.get(i));
                }
            }
        }
        return some;
    }

    /** The local of the parameter that a value is, other than {@code this}; -1 if it is none. */
    private static int parameter(JavaMethod method, Value value, Frame frame) {
        int local = method.isStatic() ? 0 : 1;
        for (Type type : method.parameters()) {
            if (frame.local(local) == value && FieldRead.isKept(method, local)) {
                return local;
            }
            local += type.getSize();
        }
        return -1;
    }

    /** The classes that a call can find, none if they are many. */
    private List<JavaClass> receivers(JavaMethod caller, MethodInsnNode call) {
        Call resolved = calls.resolve(caller, call, closure.flow(caller).before(call));
        if (resolved.kind() != Call.Kind.VIRTUAL) {
            return List.of();
        }
        Dispatch.Plan plan = dispatch.plan(resolved.target(), resolved.receiver());
        return plan.receivers() > MOST_RECEIVERS ? List.of() : plan.targets().values().stream().flatMap(List::stream).toList();
    }

    /** The shapes of objects of a class for whose sake one of its methods runs. */
    private List<Shape> alternatives(JavaClass type, JavaMethod target, List<JavaMethod> path) {
        List<JavaMethod> longer = new ArrayList<>(path);
        longer.add(target);
        List<Shape> shapes = List.of(new Shape(type, Map.of()));
        if (isUnfolded(target)) {
            for (FieldRead read : FieldRead.of(target, closure.flow(target), load -> field(target, load))) {
                shapes = with(read, target, longer, shapes);
            }
        }
        return shapes;
    }

    private JavaField field(JavaMethod method, FieldInsnNode load) {
        return resolution.field(world.load(method.owner().bundle(), load.owner), load.name, load.desc);
    }

    private List<Shape> with(FieldRead read, JavaMethod reader, List<JavaMethod> path, List<Shape> shapes) {
        List<Shape> values = values(read, reader, path);
        List<Shape> longer = new ArrayList<>();
        for (Shape shape : shapes) {
            for (Shape value : values) {
                Map<JavaField, Shape> fields = new LinkedHashMap<>(shape.fields());
                fields.put(read.field(), value);
                if (longer.size() < MOST_SHAPES) {
                    longer.add(new Shape(shape.type(), fields));
                }
            }
        }
        return longer;
    }

    /** Whether a method does something else than throw: what must not be called gives no shape. */
    private boolean returns(JavaMethod method) {
        MethodFlow flow = closure.flow(method);
        return flow == null || Stream.of(method.node().instructions.toArray())
                .anyMatch(each -> each.getOpcode() >= Opcodes.IRETURN && each.getOpcode() <= Opcodes.RETURN && flow.isReached(each));
    }

    /** The shapes of what may be in a field; just null if nothing can be told. */
    private List<Shape> values(FieldRead read, JavaMethod reader, List<JavaMethod> path) {
        List<Shape> shapes = new ArrayList<>();
        if (read.call() != null && path.size() < MOST_OBJECTS) {
            Frame frame = closure.flow(reader).before(read.call());
            for (JavaClass receiver : receivers(reader, read.call())) {
                JavaMethod target = target(reader, read.call(), frame, receiver);
                if (shapes.size() < MOST_SHAPES && target != null && !path.contains(target) && returns(target)) {
                    shapes.addAll(alternatives(receiver, target, path));
                }
            }
        } else if (!read.inner().isEmpty()) {
            shapes.add(new Shape(null, Map.of()));
            for (FieldRead inner : read.inner()) {
                shapes = with(inner, reader, path, shapes);
            }
        }
        if (shapes.isEmpty()) {
            shapes.add(null);
        }
        return shapes;
    }
}
