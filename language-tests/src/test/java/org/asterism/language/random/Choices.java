package org.asterism.language.random;

import java.util.List;

/** A finite sequence of numbers that decides what a program looks like; once it has run out, every choice is the first. */
final class Choices {
    private final List<Integer> numbers;
    private int position;

    Choices(List<Integer> numbers) {
        this.numbers = numbers;
    }

    /** One of {@code 0 … bound - 1}, 0 being the simplest. */
    int below(int bound) {
        return position < numbers.size() ? numbers.get(position++) % bound : 0;
    }

    /** One of the options, the first being the simplest. */
    @SafeVarargs
    final <T> T of(T... options) {
        return options[below(options.length)];
    }

    /** One of the options, the first being the simplest. */
    <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    /** Whether something that happens once in {@code times} happens. */
    boolean rarely(int times) {
        return below(times) == times - 1;
    }

    /** The next so many numbers, for a part that is not to use up what others need. */
    Choices part(int count) {
        int end = Math.min(numbers.size(), position + Math.max(0, count));
        List<Integer> part = numbers.subList(position, end);
        position = end;
        return new Choices(part);
    }

    /** How many numbers are left. */
    int left() {
        return numbers.size() - position;
    }

    boolean exhausted() {
        return position >= numbers.size();
    }
}
