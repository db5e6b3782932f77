package org.asterism.language.library.base;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Exceptions and errors. */
@Covers({Throwable.class, Exception.class, Error.class, RuntimeException.class, LinkageError.class, VirtualMachineError.class, AbstractMethodError.class,
    ArrayIndexOutOfBoundsException.class, ArrayStoreException.class, AssertionError.class, ClassCastException.class, CloneNotSupportedException.class,
    ExceptionInInitializerError.class, IllegalAccessError.class, IllegalArgumentException.class, IllegalCallerException.class, IllegalMonitorStateException.class,
    IllegalStateException.class, IncompatibleClassChangeError.class, IndexOutOfBoundsException.class, InstantiationError.class, InternalError.class,
    InterruptedException.class, NegativeArraySizeException.class, NoClassDefFoundError.class, NoSuchFieldError.class, NoSuchMethodError.class,
    NullPointerException.class, OutOfMemoryError.class, SecurityException.class, StackOverflowError.class, UnsupportedOperationException.class,
    StackTraceElement.class})
public final class Throwables {
    private Throwables() {}

    /** An exception that keeps neither suppressed ones nor a trace. */
    private static final class Bare extends RuntimeException {
        private static final long serialVersionUID = 1;

        Bare() {
            super("bare", null, false, false);
        }
    }

    /** Runs. */
    public static void main(String[] arguments) {
        made();
        chains();
        thrownByTheMachine();
        traces();
    }

    private static void made() {
        List<Function<String, Throwable>> withMessage = List.of(Throwable::new, Exception::new, Error::new, RuntimeException::new, LinkageError::new, AbstractMethodError::new,
                ArithmeticException::new, ArrayIndexOutOfBoundsException::new, ArrayStoreException::new, AssertionError::new, ClassCastException::new, CloneNotSupportedException::new,
                ExceptionInInitializerError::new, IllegalAccessError::new, IllegalArgumentException::new, IllegalCallerException::new, IllegalMonitorStateException::new,
                IllegalStateException::new, IncompatibleClassChangeError::new, IndexOutOfBoundsException::new, InstantiationError::new, InternalError::new, InterruptedException::new,
                NegativeArraySizeException::new, NoClassDefFoundError::new, NoSuchFieldError::new, NoSuchMethodError::new, NullPointerException::new, OutOfMemoryError::new,
                SecurityException::new, StackOverflowError::new, UnsupportedOperationException::new);
        withMessage.forEach(maker -> Outcome.show("made", maker.apply("message"), maker.apply(null), maker.apply("m").getMessage(), maker.apply("x").getCause()));
        List<Supplier<Throwable>> plain = List.of(Throwable::new, AbstractMethodError::new, ArrayStoreException::new, AssertionError::new, ClassCastException::new,
                CloneNotSupportedException::new, IndexOutOfBoundsException::new, InterruptedException::new, NullPointerException::new, StackOverflowError::new);
        plain.forEach(maker -> Outcome.show("plain", maker.get(), maker.get().getLocalizedMessage()));
        List<BiFunction<String, Throwable, Throwable>> withCause = List.of(Throwable::new, Exception::new, Error::new, RuntimeException::new, LinkageError::new, AssertionError::new,
                IllegalArgumentException::new, IllegalCallerException::new, IllegalStateException::new, InternalError::new, SecurityException::new, UnsupportedOperationException::new);
        withCause.forEach(maker -> Outcome.show("caused", maker.apply("m", new Error("c")), maker.apply("m", new Error("c")).getCause(), maker.apply("m", null).getCause()));
        Outcome.show("special", new ArrayIndexOutOfBoundsException(7), new IndexOutOfBoundsException(7), new IndexOutOfBoundsException(7L), new StringIndexOutOfBoundsException(3),
                new AssertionError(1), new AssertionError('c'), new AssertionError(true), new AssertionError(2L), new AssertionError(new Exception("cause")).getCause(),
                new Exception(new Error("inner")), new ExceptionInInitializerError(new Error("in init")).getException(), new RuntimeException((Throwable) null));
        Outcome.show("kinds", new OutOfMemoryError() instanceof VirtualMachineError, new NoSuchMethodError() instanceof IncompatibleClassChangeError, new NoClassDefFoundError() instanceof LinkageError);
    }

    private static void chains() {
        Exception outer = new Exception("outer", new RuntimeException("middle", new Error("inner")));
        Outcome.show("chain", outer.getCause().getCause(), outer.fillInStackTrace() == outer, outer.getSuppressed().length);
        outer.addSuppressed(new IllegalStateException("first"));
        outer.addSuppressed(new Bare());
        Outcome.show("suppressed", (Object[]) outer.getSuppressed());
        Outcome.run("self", () -> outer.addSuppressed(outer));
        Outcome.run("null", () -> outer.addSuppressed(null));
        Outcome.run("second cause", () -> outer.initCause(new Error()));
        Outcome.run("own cause", () -> new Exception("x").initCause(null).initCause(null));
        Exception late = new Exception("late");
        Outcome.run("self cause", () -> late.initCause(late));
        Outcome.show("late", late.initCause(new Error("why")).getCause());
        Bare bare = new Bare();
        bare.addSuppressed(new Error());
        Outcome.show("bare", bare, bare.getSuppressed().length, bare.getStackTrace().length);
    }

    private static void thrownByTheMachine() {
        Object nothing = null;
        Object[] strings = new String[2];
        Object text = "text";
        Outcome.print("null", () -> nothing.toString());
        Outcome.print("null length", () -> ((int[]) nothing).length);
        Outcome.print("index", () -> strings[2]);
        Outcome.print("index", () -> strings[-1]);
        Outcome.print("store", () -> strings[0] = 1);
        Outcome.print("cast", () -> (Integer) text);
        Outcome.print("size", () -> new int[strings.length - 5]);
        Outcome.print("sizes", () -> new int[3][-2]);
        Outcome.print("divide", () -> 1 / (strings.length - 2));
        Outcome.print("monitor", () -> {
            nothingHeld(new Object());
            return null;
        });
        Outcome.print("clone", () -> new Cloner().copy());
        Outcome.print("throw null", () -> {
            throw (Exception) nothing;
        });
        Outcome.print("overflow", () -> deep(0));
        Outcome.print("initialiser", () -> Failing.value);
        Outcome.print("initialiser again", () -> {
            try {
                return Failing.value;
            } catch (NoClassDefFoundError expected) {
                return expected.getClass();
            }
        });
    }

    private static void nothingHeld(Object object) {
        object.notify();
    }

    private static int deep(int depth) {
        return deep(depth + 1) + 1;
    }

    /** A class that cannot be cloned. */
    private static final class Cloner {
        Object copy() throws CloneNotSupportedException {
            return super.clone();
        }
    }

    /** A class whose initialiser throws. */
    private static final class Failing {
        static int value = compute();

        private static int compute() {
            throw new IllegalStateException("no value");
        }
    }

    private static void traces() {
        StackTraceElement element = new StackTraceElement("some.Class", "method", "File.java", 12);
        Outcome.show("element", element, element.getClassName(), element.getMethodName(), element.getFileName(), element.getLineNumber(), element.isNativeMethod(),
                element.equals(new StackTraceElement("some.Class", "method", "File.java", 12)), new StackTraceElement("C", "m", null, -1), new StackTraceElement("C", "m", "F", -2));
        Exception exception = new Exception("with trace");
        exception.setStackTrace(new StackTraceElement[] {element});
        Outcome.show("set", (Object[]) exception.getStackTrace());
        Outcome.run("null", () -> exception.setStackTrace(null));
        StackTraceElement[] own = new IllegalStateException().getStackTrace();
        Outcome.show("own", own[0].getMethodName(), own[0].getClassName());
    }
}
