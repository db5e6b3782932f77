package org.asterism.language.corpus.classes;

/** Names of classes of every kind. */
public final class Names {
    private Names() {}

    private static class Nested {
        class Inner {}
    }

    private interface Type {}

    private enum Kind { ONE { } }

    private record Data() {}

    private static void show(Class<?> type) {
        System.out.println(type.getName() + " | " + type.getSimpleName() + " | " + type.getTypeName() + " | " + type.getPackageName() + " | " + type);
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        class Local {}
        Object anonymous = new Object() {};
        show(Names.class);
        show(Nested.class);
        show(Nested.Inner.class);
        show(Type.class);
        show(Kind.class);
        show(Kind.ONE.getClass());
        show(Data.class);
        show(Local.class);
        show(anonymous.getClass());
        show(int.class);
        show(void.class);
        show(boolean[].class);
        show(double[][].class);
        show(String.class);
        show(Object[].class);
        show(Nested[][].class);
        show(java.util.Map.Entry.class);
        show(char.class);
        show(Local[].class);
        System.out.println(String.class.getCanonicalName() + " " + int[].class.getCanonicalName() + " " + Nested.class.getCanonicalName() + " " + Local.class.getCanonicalName()
                + " " + anonymous.getClass().getCanonicalName() + " " + java.util.Map.Entry[].class.getCanonicalName() + " " + Local[].class.getCanonicalName());
    }
}
