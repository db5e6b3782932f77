package org.asterism.language.corpus.exceptions;

/** Exceptions with fields, overridden methods and no trace. */
public final class OwnExceptions {
    private OwnExceptions() {}

    private static class CodeException extends Exception {
        private final int code;

        CodeException(int code) {
            super("code " + code);
            this.code = code;
        }

        int code() {
            return code;
        }

        @Override
        public String getMessage() {
            return super.getMessage() + "!";
        }
    }

    private static final class Localized extends CodeException {
        Localized() {
            super(7);
        }

        @Override
        public String getLocalizedMessage() {
            return "localised " + getMessage();
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            throw new CodeException(5);
        } catch (CodeException e) {
            System.out.println(e.code() + " " + e + " " + e.getLocalizedMessage());
        }
        try {
            throw new Localized();
        } catch (CodeException e) {
            System.out.println(e.code() + " " + e + " " + e.getMessage());
        }
        System.out.println(new Exception().toString() + new Exception().getMessage() + new Exception((String) null) + new Exception("m", null).getCause());
        System.out.println(new Exception(new Error("inner")).getMessage() + new RuntimeException((Throwable) null).getMessage());
        System.out.println(new AssertionError(1.5).getMessage() + new AssertionError("c", null).getMessage() + new AssertionError((Object) new Error("e")).getCause());
        System.out.println(new ExceptionInInitializerError("text").getMessage() + new ExceptionInInitializerError(new Error("x")).getException());
        System.out.println(new ArrayIndexOutOfBoundsException(5).getMessage() + new StringIndexOutOfBoundsException(6).getMessage() + new IndexOutOfBoundsException(7L).getMessage());
    }
}
