# What a safe bundle may use of java.base in a kernel image.
#   package NAME           offered
#   deny CLASS REMEDY      not even to be named
#   deny CLASS.MEMBER REMEDY
#   allow CLASS.MEMBER     although the class is denied
# The compiler has its own, finer profile of what it can translate; this one is about safety.

package java.io
package java.lang
package java.lang.annotation
package java.lang.invoke
package java.lang.ref
package java.lang.runtime
package java.nio
package java.nio.charset
package java.util
package java.util.concurrent
package java.util.concurrent.atomic
package java.util.function
package java.util.stream

# threads and their locks: a kernel's tasks are OSTD's
deny java.lang.Thread use org.asterism.ostd.task.Task
allow java.lang.Thread.onSpinWait
deny java.lang.ThreadGroup use org.asterism.ostd.task.Task
deny java.lang.ThreadLocal keep the value in the task's data
deny java.lang.InheritableThreadLocal keep the value in the task's data
deny java.lang.Object.wait use org.asterism.ostd.sync.WaitQueue
deny java.lang.Object.notify use org.asterism.ostd.sync.WaitQueue
deny java.lang.Object.notifyAll use org.asterism.ostd.sync.WaitQueue
deny java.lang.Object.finalize close resources explicitly
deny java.util.Timer use org.asterism.ostd.timer
deny java.util.TimerTask use org.asterism.ostd.timer
deny java.util.concurrent.Executors use org.asterism.ostd.task.Task
deny java.util.concurrent.ForkJoinPool use org.asterism.ostd.task.Task
deny java.util.concurrent.ForkJoinTask use org.asterism.ostd.task.Task
deny java.util.concurrent.ThreadPoolExecutor use org.asterism.ostd.task.Task
deny java.util.concurrent.ScheduledThreadPoolExecutor use org.asterism.ostd.task.Task
deny java.util.concurrent.CompletableFuture use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.FutureTask use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.CountDownLatch use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.CyclicBarrier use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.Phaser use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.Exchanger use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.Semaphore use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.ArrayBlockingQueue use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.LinkedBlockingQueue use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.LinkedBlockingDeque use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.PriorityBlockingQueue use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.SynchronousQueue use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.LinkedTransferQueue use org.asterism.ostd.sync.WaitQueue
deny java.util.concurrent.DelayQueue use org.asterism.ostd.sync.WaitQueue

# reflection, class loading, method handles outside invokedynamic
deny java.lang.Class.forName classes are linked ahead of time; call the class directly
deny java.lang.Class.newInstance classes are linked ahead of time; call the constructor
deny java.lang.Class.getClassLoader there are no class loaders in a kernel
deny java.lang.Class.getModule there are no modules in a kernel
deny java.lang.Class.getField use the field directly; reflection is not linked
deny java.lang.Class.getFields use the field directly; reflection is not linked
deny java.lang.Class.getDeclaredField use the field directly; reflection is not linked
deny java.lang.Class.getDeclaredFields use the field directly; reflection is not linked
deny java.lang.Class.getMethod call the method directly; reflection is not linked
deny java.lang.Class.getMethods call the method directly; reflection is not linked
deny java.lang.Class.getDeclaredMethod call the method directly; reflection is not linked
deny java.lang.Class.getDeclaredMethods call the method directly; reflection is not linked
deny java.lang.Class.getConstructor call the constructor directly; reflection is not linked
deny java.lang.Class.getConstructors call the constructor directly; reflection is not linked
deny java.lang.Class.getDeclaredConstructor call the constructor directly; reflection is not linked
deny java.lang.Class.getDeclaredConstructors call the constructor directly; reflection is not linked
deny java.lang.Class.getRecordComponents call the accessor directly; reflection is not linked
deny java.lang.Class.getResource resources are not linked; keep the data in a class
deny java.lang.Class.getResourceAsStream resources are not linked; keep the data in a class
deny java.lang.ClassLoader there are no class loaders in a kernel
deny java.lang.ClassValue keep the value in a field
deny java.lang.Module there are no modules in a kernel
deny java.lang.ModuleLayer there are no modules in a kernel
deny java.lang.Package reflection is not linked
deny java.lang.StackWalker reflection is not linked
deny java.lang.invoke.MethodHandles use a lambda, or java.util.concurrent.atomic for atomic fields
deny java.lang.invoke.VarHandle use java.util.concurrent.atomic
deny java.lang.invoke.MutableCallSite use a lambda
deny java.lang.invoke.VolatileCallSite use a lambda
deny java.lang.invoke.ConstantCallSite use a lambda
deny java.util.ServiceLoader use a component reference
deny java.util.concurrent.atomic.AtomicIntegerFieldUpdater use AtomicInteger; reflection is not linked
deny java.util.concurrent.atomic.AtomicLongFieldUpdater use AtomicLong; reflection is not linked
deny java.util.concurrent.atomic.AtomicReferenceFieldUpdater use AtomicReference; reflection is not linked

# the host that a kernel does not have
deny java.lang.System.exit use org.asterism.ostd.power
deny java.lang.System.load native code is not linked
deny java.lang.System.loadLibrary native code is not linked
deny java.lang.System.getenv configure components by -ostd-config
deny java.lang.System.getProperty configure components by -ostd-config
deny java.lang.System.getProperties configure components by -ostd-config
deny java.lang.System.setProperty configure components by -ostd-config
deny java.lang.System.out use org.asterism.ostd.log
deny java.lang.System.err use org.asterism.ostd.log
deny java.lang.System.in use the console's contract
deny java.lang.System.currentTimeMillis use the kernel's clock contract
deny java.lang.System.gc the collector decides
deny java.lang.System.setSecurityManager there is no security manager in a kernel
deny java.lang.System.getSecurityManager there is no security manager in a kernel
deny java.lang.System.getLogger use org.asterism.ostd.log
deny java.lang.Runtime there is no host below a kernel
deny java.lang.Process there is no host below a kernel
deny java.lang.ProcessBuilder there is no host below a kernel
deny java.lang.ProcessHandle there is no host below a kernel
deny java.lang.ref.Finalizer close resources explicitly
deny java.lang.ref.Cleaner close resources explicitly
deny java.nio.ByteBuffer.allocateDirect a direct buffer would outlive its frame; use an untyped frame
deny java.nio.MappedByteBuffer use an untyped frame
deny java.io.File use the virtual file system's contracts
deny java.io.FileInputStream use the virtual file system's contracts
deny java.io.FileOutputStream use the virtual file system's contracts
deny java.io.FileReader use the virtual file system's contracts
deny java.io.FileWriter use the virtual file system's contracts
deny java.io.RandomAccessFile use the virtual file system's contracts
deny java.io.FileDescriptor use the virtual file system's contracts
deny java.io.Console use the console's contract
deny java.io.ObjectInputStream serialization creates objects without their constructors
deny java.io.ObjectOutputStream serialization is not linked
