# What every image decides about java.base. One rule a line: action subject [= value] : reason

# Facts, folded before anything is reached.
constant java.lang.Class.desiredAssertionStatus = false : assertions are off in an image
constant java.lang.System.getSecurityManager = null : there is no security manager
constant java.lang.System.allowSecurityManager = false : there is no security manager
constant java.lang.Class.getClassLoader = null : every class comes from the one closed world
constant java.lang.Class.getClassLoader0 = null : every class comes from the one closed world
constant java.util.stream.AbstractPipeline.isParallel = false : there is no fork/join pool
constant jdk.internal.misc.VM.getSavedProperty = null : there are no VM properties
constant jdk.internal.misc.VM.isBooted = true : the image is the VM
constant java.lang.StringUTF16.isBigEndian = false : both supported machines are little-endian
constant java.lang.String.COMPACT_STRINGS = true : characters of Latin-1 take a byte each, as on a JVM
constant java.nio.Bits.unaligned = false : only aligned accesses are assumed
constant jdk.internal.misc.CDS.isDumpingClassList0 = false : there is no class data sharing
constant jdk.internal.misc.CDS.isDumpingArchive0 = false : there is no class data sharing
constant jdk.internal.misc.CDS.isSharingEnabled0 = false : there is no class data sharing
constant jdk.internal.misc.CDS.getRandomSeedForDumping = 0 : there is no class data sharing
constant java.lang.NullPointerException.getExtendedNPEMessage = null : helpful messages need bytecode at run time
constant jdk.internal.util.random.RandomSupport.secureRandomSeedRequested = false : there are no system properties
constant jdk.internal.misc.VM.isSystemDomainLoader = true : every class comes from the one closed world
constant java.util.concurrent.ForkJoinPool.getCommonPoolParallelism = 1 : there is no fork/join pool
constant jdk.internal.util.random.RandomSupport.initialSeed = 0 : the seed comes from the runtime

constant java.util.concurrent.atomic.AtomicLong.VMSupportsCS8 = true : compare-and-set of longs is an instruction

# Natives and initialisers without work in an image.
nop java.lang.Class.registerNatives : natives are bound at compile time
nop java.lang.Thread.registerNatives : natives are bound at compile time
nop java.lang.System.registerNatives : natives are bound at compile time
nop java.lang.ClassLoader.registerNatives : natives are bound at compile time
nop jdk.internal.misc.Unsafe.registerNatives : natives are bound at compile time
nop jdk.internal.misc.VM.initialize : natives are bound at compile time
nop jdk.internal.misc.CDS.initializeFromArchive : there is no class data sharing
nop jdk.internal.misc.ScopedMemoryAccess.registerNatives : natives are bound at compile time
nop java.io.ObjectStreamField.<init> : there is no serialisation
nop java.util.stream.Tripwire.trip : a debugging aid of streams
nop java.util.stream.Tripwire.<clinit> : a debugging aid of streams
nop java.util.Tripwire.trip : a debugging aid of streams
nop java.util.Tripwire.<clinit> : a debugging aid of streams
nop java.lang.System.<clinit> : the runtime sets up what System holds
nop java.lang.Thread.<clinit> : natives are bound at compile time
nop java.lang.Class.<clinit> : natives are bound at compile time
nop java.lang.ref.Reference.<clinit> : the runtime enqueues references itself
nop java.lang.ref.Finalizer.<clinit> : there are no finalizers
nop java.nio.charset.Charset.<clinit> : there are no charset providers
nop java.security.AccessController.<clinit> : there is no security manager
nop java.util.Arrays$LegacyMergeSort.<clinit> : reads a system property
nop jdk.internal.access.SharedSecrets.<clinit> : would load classes by name
nop java.util.concurrent.locks.LockSupport.setBlocker : a debugging aid

# Members that the image cannot have.
cut java.lang.String.intern : needs a table of all strings; compare with equals
cut java.lang.Class.forName0 : classes are named when the image is linked
cut java.lang.Character.codePointOf : the names of characters are not part of an image
cut java.lang.Character.getName : the names of characters are not part of an image
cut java.util.concurrent.ForkJoinTask.fork : there is no pool of threads
cut java.lang.Thread.start : threads come from OSTD tasks
cut java.lang.Thread.exit : threads come from OSTD tasks

# Boundaries: what lies behind them is not compiled. Bundles that name it are refused; java.base itself throws there.
# Public classes of java.* are outside unless a list of classes names them, or a line here does because java.base needs them.
classes process
deny java.io : files and streams of the host do not exist
allow java.io.ObjectStreamField : named by static fields of many classes
deny java.net : the network is a service
deny java.security : there is no security manager
deny java.security.SecureRandom : no property asks for seeds of this kind
allow java.security.PrivilegedAction : an interface
allow java.security.PrivilegedExceptionAction : an interface
deny java.text : needs locale data
deny java.nio.channels : channels of the host
deny java.nio.file : files of the host do not exist
deny java.nio.charset.spi : charset providers
allow java.util.concurrent.locks.LockSupport : how the library's own classes wait
allow java.util.concurrent.ForkJoinTask : bulk operations of ConcurrentHashMap, which its caller runs
allow java.util.concurrent.CountedCompleter : bulk operations of ConcurrentHashMap, which its caller runs
deny java.util.DualPivotQuicksort$Merger : there is no pool of threads, and so no part of a sort to hand over
deny java.util.DualPivotQuicksort$RunMerger : there is no pool of threads, and so no part of a sort to hand over
deny java.util.DualPivotQuicksort$Sorter : there is no pool of threads, and so no part of a sort to hand over
deny java.util.ArraysParallelSortHelpers : there is no pool of threads, and so no part of a sort to hand over
allow java.lang.Double : its bits travel through integer code
allow java.lang.Float : its bits travel through integer code
deny java.lang.module : modules are gone after linking
deny java.lang.reflect : reflection needs metadata that images do not hold
allow java.lang.reflect.Array : array creation by class object
allow java.lang.reflect.Type : an interface
allow java.lang.reflect.AnnotatedElement : an interface
allow java.lang.reflect.GenericDeclaration : an interface
allow java.lang.reflect.UndeclaredThrowableException : a plain exception
deny java.lang.NamedPackage : modules are gone after linking
deny java.lang.StackStreamFactory : needs stack maps
deny java.lang.StackFrameInfo : needs stack maps
deny java.lang.ProcessEnvironment : there is no host process
deny java.lang.ProcessHandleImpl : there is no host process
deny java.lang.Shutdown : the machine is switched off by OSTD
deny java.lang.ApplicationShutdownHooks : the machine is switched off by OSTD
deny java.lang.PublicMethods : reflection needs metadata that images do not hold
deny java.lang.invoke : method handles are resolved at compile time
allow java.lang.invoke.VarHandle : accesses are compiled where they stand
deny java.lang.annotation : reflection needs metadata that images do not hold
allow java.lang.annotation.Annotation : an interface
deny java.util.jar : there are no files
deny java.util.zip : has native parts
allow java.util.zip.Checksum : an interface
deny javax : cryptography is not part of the profile
deny sun : internals of the JDK
allow sun.nio.cs.UTF_8 : a charset that String knows
allow sun.nio.cs.US_ASCII : a charset that String knows
allow sun.nio.cs.ISO_8859_1 : a charset that String knows
allow sun.nio.cs.StandardCharsets : alias names
allow sun.nio.cs.UTF_16 : named by StandardCharsets
allow sun.nio.cs.UTF_16BE : named by StandardCharsets
allow sun.nio.cs.UTF_16LE : named by StandardCharsets
allow sun.nio.cs.Unicode : superclass of UTF_8
allow sun.nio.cs.HistoricallyNamedCharset : an interface
deny com : internals of the JDK
deny jdk : internals of the JDK
allow jdk.internal.misc.Unsafe : memory operations are intrinsics
allow jdk.internal.misc.VM : constants
allow jdk.internal.misc.CDS : constants
allow jdk.internal.math : conversion of floating-point numbers
allow jdk.internal.util : helpers of collections
allow jdk.internal.misc.ScopedMemoryAccess : how buffers access their arrays
allow jdk.internal.misc.TerminatingThreadLocal : asked for by ThreadLocal
allow jdk.internal.access.JavaNioAccess : set by java.nio.Buffer
allow jdk.internal.access.foreign : named by java.nio.Buffer
deny jdk.internal.util.SystemProps : there are no system properties
allow jdk.internal.access.SharedSecrets : access between packages of java.base
allow jdk.internal.access.JavaLangAccess : access between packages of java.base
allow jdk.internal.vm.annotation : annotations
