package org.asterism.language.corpus.classes;

/** Class objects: identity, relations, kinds, casts. */
public final class Literals {
    private Literals() {}

    private abstract static class Shape implements Cloneable, Comparable<Shape> {}

    private static final class Circle extends Shape {
        @Override
        public int compareTo(Shape other) {
            return 0;
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Object circle = new Circle();
        System.out.println((circle.getClass() == Circle.class) + " " + (int.class == Integer.class) + " " + (int[].class == new int[0].getClass()) + " " + (String[].class == new String[2].getClass()));
        System.out.println(Shape.class.isInstance(circle) + " " + Shape.class.isAssignableFrom(Circle.class) + " " + Circle.class.isAssignableFrom(Shape.class) + " " + Cloneable.class.isInstance(circle));
        System.out.println(Object.class.isAssignableFrom(int[].class) + " " + Object[].class.isAssignableFrom(String[].class) + " " + Object[].class.isAssignableFrom(int[][].class) + " "
                + Object.class.isAssignableFrom(int.class) + " " + long.class.isAssignableFrom(int.class) + " " + Cloneable.class.isAssignableFrom(int[].class));
        System.out.println(Circle.class.getSuperclass() + " " + Shape.class.getSuperclass() + " " + Object.class.getSuperclass() + " " + Runnable.class.getSuperclass() + " "
                + int.class.getSuperclass() + " " + int[].class.getSuperclass());
        for (Class<?> type : Shape.class.getInterfaces()) {
            System.out.println(type);
        }
        System.out.println(int[].class.getInterfaces().length + " " + int[][].class.getComponentType() + " " + String.class.getComponentType());
        System.out.println(Runnable.class.isInterface() + " " + int.class.isPrimitive() + " " + int[].class.isArray() + " " + Thread.State.class.isEnum() + " " + Integer.TYPE + " " + Void.TYPE);
        System.out.println(Circle.class.cast(circle) == circle);
        System.out.println(Shape.class.hashCode() == Shape.class.hashCode());
        System.out.println(Integer.class.isInstance(5) + " " + Number.class.isInstance(5) + " " + Long.class.isInstance(5) + " " + Object.class.isInstance(null));
        Class<?>[] types = {byte.class, void.class, Circle.class};
        System.out.println(types[0] + " " + types[1] + " " + types[2].getSimpleName());
        System.out.println(Circle.class.getModifiers() + " " + Shape.class.getModifiers() + " " + Runnable.class.getModifiers() + " " + String.class.getModifiers() + " " + int[].class.getModifiers());
    }
}
