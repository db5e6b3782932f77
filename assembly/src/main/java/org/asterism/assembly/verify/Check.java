package org.asterism.assembly.verify;

/**
 * Every way a class or a bundle can be refused here. All are on in production; tests switch one off and see that its hostile
 * bundle then gets through, because a check whose absence nobody notices proves nothing.
 */
enum Check {
    // the class file as such
    /** Bytes that are no class file. */
    CLASS_FILE,
    /** Versions other than Java 8 to 17, preview features included. */
    CLASS_VERSION,
    /** A class under the name of another. */
    CLASS_NAME,
    /** Names that are not Java identifiers: they end up in generated Java, C and assembly. */
    NAMES,
    /** Names that belong to classes which the wiring or the compiler makes. */
    GENERATED_NAMES,
    /** Source file names that could end the line of C they are quoted in. */
    SOURCE_FILE,
    /** Generic types that are none: no JVM reads them, but javac does when the boot code is compiled. */
    SIGNATURE,
    /** More than any real class needs of what takes time or memory to check. */
    SIZE,

    // whose package it is
    /** A class in a package of the platform. */
    PLATFORM_PACKAGE,
    /** A class in a package that another bundle holds. */
    SPLIT_PACKAGE,
    /** An exported package that the bundle does not hold, or that is the platform's. */
    EXPORTED_PACKAGE,
    /** Files in the jar that mean something to other readers of jars only. */
    JAR_CONTENT,

    // what it inherits
    /** Classes that inherit from themselves. */
    CIRCULARITY,
    /** Hierarchies that take exponential time or unbounded stack to walk. */
    HIERARCHY_SIZE,
    /** Extending interfaces, implementing classes, interfaces with superclasses, none at all. */
    SUPERTYPE_KIND,
    /** Extending a final class. */
    FINAL_CLASS,
    /** Extending a sealed type without permission. */
    SEALED_TYPE,
    /** Overriding a final method. */
    FINAL_METHOD,
    /** Methods that a class has for those of an interface, but that are not public: a JVM refuses their call, not their class. */
    IMPLEMENTATION_ACCESS,

    // what it names
    /** Classes that are not there, or behind a package that is not imported. */
    CLASS_EXISTS,
    /** Classes that are not public, or in a package that the platform keeps to itself. */
    CLASS_ACCESS,
    /** Fields and methods that are not there. */
    MEMBER_EXISTS,
    /** Private members of others. */
    PRIVATE_ACCESS,
    /** Package-private members of others. */
    PACKAGE_ACCESS,
    /** Protected members of strangers. */
    PROTECTED_ACCESS,
    /** Protected members through a reference that is not the subclass's own. */
    PROTECTED_RECEIVER,
    /** Nest membership that the host does not confirm. */
    NEST,
    /** Static members used as an instance's, and the reverse. */
    STATICNESS,
    /** Methods of classes called as those of interfaces, and the reverse. */
    METHOD_KIND,
    /** Constructors called as methods, abstract methods and those of strangers called directly. */
    DIRECT_CALL,
    /** Instances of abstract classes and interfaces. */
    ABSTRACT_CLASS,
    /** Final fields written outside the initialiser of their class. */
    FINAL_FIELD,

    // what is linked at run time on a JVM
    /** Bootstrap methods that are not lowered at compile time. */
    BOOTSTRAP,
    /** Constants that a bootstrap method computes. */
    DYNAMIC_CONSTANT,
    /** Method handles and method types as constants. */
    HANDLE_CONSTANT,
    /** Lambdas whose parts do not fit together. */
    LAMBDA,
    /** String concatenations whose recipe does not fit. */
    CONCATENATION,
    /** Record methods generated for something else than the record. */
    RECORD_METHODS,

    // what safe bundles do without
    /** Classes of {@code java.base} outside the profile. */
    PROFILE_CLASS,
    /** Members withheld from classes of the profile: reflection, threads, native code, the host. */
    PROFILE_MEMBER,
    /** Native methods. */
    NATIVE,
    /** Monitors, entered or left. */
    MONITOR,
    /** Locks of {@code java.util.concurrent}, which know nothing of atomic mode. */
    LOCK,
    /** Static fields that are not final. */
    STATIC_FIELD,
    /** Static final fields that hold something mutable. */
    STATIC_OBJECT,
    /** Finalizers. */
    FINALIZER,
    /** Methods that only serialization calls, and lambdas made for it. */
    SERIALIZATION,
    /** Annotations that steer the compiler. */
    COMPILER_ANNOTATION,

    /** What HotSpot's verifier of types refuses. */
    TYPES
}
