package org.asterism.language.random;

import java.util.List;

/** A finite sequence of numbers that decides what a program looks like; once it has run out, every choice is the first. */
public final class Choices {
    private final List<Integer> numbers;
    private int position;

    /** From these numbers. */
    public Choices(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /** One of {@code 0 … bound - 1}, 0 being the simplest. */
    public int below(int bound) {
        return position < numbers.size() ? numbers.get(position++) % bound : 0;
    }

    /** One of the options, the first being the simplest. */
    @SafeVarargs
    public final <T> T of(T... options) {
        return options[below(options.length)];
    }

    /** One of the options, the first being the simplest. */
    public <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    /** Whether something that happens once in {@code times} happens. */
    public boolean rarely(int times) {
        return below(times) == times - 1;
    }

    /** The next so many numbers, for a part that is not to use up what others need. */
    public Choices part(int count) {
        int end = Math.min(numbers.size(), position + Math.max(0, count));
        List<Integer> part = numbers.subList(position, end);
        position = end;
        return new Choices(part);
    }

    /** How many numbers are left. */
    public int left() {
        return numbers.size() - position;
    }

    public boolean exhausted() {
        return position >= numbers.size();
    }
}
