package org.asterism.language.corpus.interfaces;

/** Interfaces that narrow results, and the bridges that classes get. */
public final class Covariance {
    private Covariance() {}

    private interface Source {
        Object get();
    }

    private interface Texts extends Source {
        @Override
        CharSequence get();
    }

    private interface Numbers extends Source {
        @Override
        default Integer get() {
            return 42;
        }
    }

    private static final class Both implements Source, Texts {
        @Override
        public String get() {
            return "text";
        }
    }

    private static final class Default implements Numbers {}

    private abstract static class Half implements Texts {
        @Override
        public abstract String get();
    }

    private static final class Full extends Half {
        @Override
        public String get() {
            return "full";
        }
    }

    private static String read(Source source) {
        return source.get() + "!";
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Both both = new Both();
        Texts texts = both;
        Source source = both;
        System.out.println(both.get().length() + " " + texts.get().length() + " " + source.get() + read(both));
        System.out.println(read(new Default()) + new Default().get().intValue() + read(new Full()) + ((Half) new Full()).get().length());
        System.out.println(read(() -> 5) + read((Texts) () -> "lambda"));
    }
}
