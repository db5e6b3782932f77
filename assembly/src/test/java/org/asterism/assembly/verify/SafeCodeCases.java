package org.asterism.assembly.verify;

import static org.asterism.assembly.verify.HostileBundle.of;
import static org.asterism.assembly.verify.HostileBundle.ofBytes;
import static org.asterism.assembly.verify.HostileBundle.ofClass;
import static org.asterism.assembly.verify.HostileBundle.rogue;

import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** What safe bundles do without: reflection by any route, threads, the host, monitors, state that outlives them. */
final class SafeCodeCases {
    private SafeCodeCases() {}

    static Stream<HostileBundle> all() {
        return Stream.concat(Stream.concat(reflection(), host()), Stream.concat(language(), state()));
    }

    private static HostileBundle outside(String name, String className, String members) {
        return of(name, Check.PROFILE_CLASS, "names " + className + ", which profile 'kernel' does not hold", members);
    }

    private static HostileBundle withheld(String name, String member, String members) {
        return of(name, Check.PROFILE_MEMBER, member + ", which profile 'kernel' withholds", members);
    }

    private static Stream<HostileBundle> reflection() {
        return Stream.of(
                withheld("Class.forName", "java.lang.Class.forName", "Object f() throws Exception { return Class.forName(\"x\"); }"),
                withheld("Class.newInstance", "java.lang.Class.newInstance", "Object f() throws Exception { return getClass().newInstance(); }"),
                withheld("Class.getMethods", "java.lang.Class.getMethods", "Object f() { return getClass().getMethods(); }").alsoRefusedBy(Check.PROFILE_CLASS),
                withheld("Class.getDeclaredField", "java.lang.Class.getDeclaredField",
                        "Object f() throws Exception { return getClass().getDeclaredField(\"x\"); }").alsoRefusedBy(Check.PROFILE_CLASS),
                withheld("Class.getAnnotations", "java.lang.Class.getAnnotations", "Object f() { return getClass().getAnnotations(); }"),
                withheld("Class.getClassLoader", "java.lang.Class.getClassLoader", "boolean f() { return getClass().getClassLoader() == null; }")
                        .alsoRefusedBy(Check.PROFILE_CLASS),
                outside("MethodHandles.lookup", "java.lang.invoke.MethodHandles", "Object f() { return java.lang.invoke.MethodHandles.lookup(); }"),
                outside("a VarHandle", "java.lang.invoke.VarHandle", "void f(java.lang.invoke.VarHandle h) { h.setVolatile(1); }"),
                outside("a field updater", "java.util.concurrent.atomic.AtomicIntegerFieldUpdater",
                        "volatile int x; Object f() { return java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater(Rogue.class, \"x\"); }"),
                outside("a proxy", "java.lang.reflect.Proxy", "Object f() { return java.lang.reflect.Proxy.newProxyInstance(null, null, null); }"),
                outside("a ServiceLoader", "java.util.ServiceLoader", "Object f() { return java.util.ServiceLoader.load(Runnable.class); }"),
                outside("an ObjectInputStream", "java.io.ObjectInputStream", "Object f(java.io.ObjectInputStream in) throws Exception { return in.readObject(); }"),
                outside("an Externalizable", "java.io.Externalizable", "Object f(java.io.Externalizable e) { return e; }"),
                outside("a class loader", "java.lang.ClassLoader", "static class Loader extends ClassLoader { }"));
    }

    private static Stream<HostileBundle> host() {
        return Stream.of(
                withheld("new Thread", "java.lang.Thread.<init>", "Object f() { return new Thread(() -> { }); }"),
                withheld("a subclass of Thread", "java.lang.Thread.<init>", "static class Worker extends Thread { }"),
                withheld("System.exit", "java.lang.System.exit", "void f() { System.exit(1); }"),
                withheld("System.loadLibrary", "java.lang.System.loadLibrary", "void f() { System.loadLibrary(\"x\"); }"),
                withheld("Object.wait", "java.lang.Object.wait", "void f() throws Exception { wait(); }"),
                withheld("a direct buffer", "java.nio.ByteBuffer.allocateDirect", "Object f() { return java.nio.ByteBuffer.allocateDirect(8); }"),
                outside("Runtime", "java.lang.Runtime", "Object f() { return Runtime.getRuntime(); }"),
                outside("a process", "java.lang.ProcessBuilder", "Object f() { return new ProcessBuilder(\"sh\"); }"),
                outside("a Cleaner", "java.lang.ref.Cleaner", "Object f() { return java.lang.ref.Cleaner.create(); }"),
                outside("a file", "java.io.File", "Object f() { return new java.io.File(\"/\"); }"),
                of("a lock of java.util.concurrent", Check.LOCK, "names java.util.concurrent.locks.ReentrantLock, a lock that knows nothing of atomic mode",
                        "void f() { new java.util.concurrent.locks.ReentrantLock().lock(); }").underProfile("full"),
                unsafe("jdk.internal.misc.Unsafe", Check.PROFILE_CLASS, "which profile 'kernel' does not hold").alsoRefusedBy(Check.CLASS_ACCESS),
                unsafe("sun.misc.Unsafe", Check.CLASS_EXISTS, "which is neither in the bundle nor in a package it imports"));
    }

    private static HostileBundle unsafe(String className, Check check, String reason) {
        String owner = className.replace('.', '/');
        Forgery forgery = Forgery.forged().method("f", "()Ljava/lang/Object;", code -> {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "getUnsafe", "()L" + owner + ";", false);
            code.visitInsn(Opcodes.ARETURN);
        });
        return of(className, check, "names " + className + ", " + reason,
                bank -> rogue().header("Import-Package", "java.lang").replacing(forgery.path(), forgery.bytes()));
    }

    private static Stream<HostileBundle> language() {
        return Stream.of(
                of("a native method", Check.NATIVE, "Rogue.a: is native", "native void a();"),
                of("a synchronized method", Check.MONITOR, "Rogue.b: is synchronized or holds a monitor", "synchronized void b() { }"),
                of("a monitor", Check.MONITOR, "Rogue.c: is synchronized or holds a monitor", "void c() { synchronized (this) { } }"),
                ofBytes("a monitor left that was never entered", Check.MONITOR, "Forged.f: is synchronized or holds a monitor",
                        Forgery.forged().method("f", "()V", code -> {
                            code.visitVarInsn(Opcodes.ALOAD, 0);
                            code.visitInsn(Opcodes.MONITOREXIT);
                            code.visitInsn(Opcodes.RETURN);
                        })),
                of("a finalizer", Check.FINALIZER, "Rogue.finalize: is a finalizer; close resources explicitly", "protected void finalize() { }"),
                of("a hook of deserialisation", Check.SERIALIZATION, "Rogue.readResolve: is called by serialization only", "Object readResolve() { return this; }"),
                ofBytes("a lambda that can be serialised", Check.SERIALIZATION, "Forged.f(): makes a lambda that can be serialised",
                        Forgery.forged().target("g", "()V").method("f", "()Ljava/lang/Object;", code -> {
                            code.visitInvokeDynamicInsn("run", "()Ljava/lang/Runnable;", Forgery.altMetafactory(), org.objectweb.asm.Type.getType("()V"),
                                    Forgery.own("g", "()V"), org.objectweb.asm.Type.getType("()V"), 1);
                            code.visitInsn(Opcodes.ARETURN);
                        })),
                ofBytes("a method bound to a symbol of assembly", Check.COMPILER_ANNOTATION,
                        "Forged.f: is annotated with org.asterism.ostd.unsafe.AssemblyAddress, which steers the compiler",
                        Forgery.forged().with(writer -> {
                            var code = writer.visitMethod(Opcodes.ACC_PUBLIC, "f", "()J", null, null);
                            code.visitAnnotation("Lorg/asterism/ostd/unsafe/AssemblyAddress;", false).visit("value", "kernel_page_table");
                            code.visitCode();
                            code.visitInsn(Opcodes.LCONST_0);
                            code.visitInsn(Opcodes.LRETURN);
                            code.visitMaxs(2, 1);
                            code.visitEnd();
                        })));
    }

    private static Stream<HostileBundle> state() {
        return Stream.of(
                of("a static field", Check.STATIC_FIELD, "Rogue.counter: is mutable static state; make it final, or a field of a component", "static int counter;"),
                ofClass("a static field of a package that calls itself privileged", Check.STATIC_FIELD, "Seam.counter: is mutable static state",
                        "org.example.rogue.Seam", "public class Seam { static int counter; }").claiming("Export-Package", "org.example.rogue;ostd.tier=privileged"),
                of("a static atomic", Check.STATIC_OBJECT, "Rogue.HIDDEN: is mutable static state behind a final reference",
                        "static final java.util.concurrent.atomic.AtomicInteger HIDDEN = new java.util.concurrent.atomic.AtomicInteger();"),
                of("a static map", Check.STATIC_OBJECT, "Rogue.HIDDEN: is mutable static state behind a final reference",
                        "static final java.util.Map<String, String> HIDDEN = new java.util.HashMap<>();"));
    }
}
