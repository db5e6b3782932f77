package org.asterism.language.library.base;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Every functional interface and its default methods. */
@Covers({BiConsumer.class, BiFunction.class, BiPredicate.class, BinaryOperator.class, BooleanSupplier.class, Consumer.class, DoubleBinaryOperator.class, DoubleConsumer.class,
    DoubleFunction.class, DoublePredicate.class, DoubleSupplier.class, DoubleToIntFunction.class, DoubleToLongFunction.class, DoubleUnaryOperator.class, Function.class,
    IntBinaryOperator.class, IntConsumer.class, IntFunction.class, IntPredicate.class, IntSupplier.class, IntToDoubleFunction.class, IntToLongFunction.class,
    IntUnaryOperator.class, LongBinaryOperator.class, LongConsumer.class, LongFunction.class, LongPredicate.class, LongSupplier.class, LongToDoubleFunction.class,
    LongToIntFunction.class, LongUnaryOperator.class, ObjDoubleConsumer.class, ObjIntConsumer.class, ObjLongConsumer.class, Predicate.class, Supplier.class,
    ToDoubleBiFunction.class, ToDoubleFunction.class, ToIntBiFunction.class, ToIntFunction.class, ToLongBiFunction.class, ToLongFunction.class, UnaryOperator.class,
    Runnable.class, Callable.class, Executor.class})
public final class Functions {
    private static final StringBuilder SEEN = new StringBuilder();

    private Functions() {}

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        objects();
        ints();
        longs();
        doubles();
    }

    private static void objects() throws Exception {
        Function<Integer, Integer> doubled = x -> x * 2;
        Function<Integer, String> text = String::valueOf;
        Outcome.show("function", doubled.andThen(text).apply(4), doubled.<String>compose(Integer::parseInt).apply("21"), Function.<String>identity().apply("same"));
        BiFunction<Integer, Integer, Integer> sum = Integer::sum;
        Outcome.show("two", sum.andThen(text).apply(1, 2), BinaryOperator.<Integer>minBy(Integer::compare).apply(3, 1), BinaryOperator.<Integer>maxBy(Integer::compare).apply(3, 1),
                UnaryOperator.<String>identity().apply("id"));
        Predicate<String> empty = String::isEmpty;
        Predicate<String> isShort = word -> word.length() < 3;
        Outcome.show("predicate", empty.or(isShort).test("ab"), empty.and(isShort).test("ab"), empty.negate().test(""), Predicate.not(empty).test("x"), Predicate.isEqual(null).test(null),
                Predicate.isEqual("a").test("a"));
        BiPredicate<String, Integer> longer = (word, length) -> word.length() > length;
        Outcome.show("two", longer.negate().test("abc", 2), longer.and((w, l) -> l > 0).test("abc", 0), longer.or((w, l) -> l == 9).test("", 9));
        Consumer<String> first = SEEN::append;
        first.andThen(word -> SEEN.append(word.length())).accept("word");
        BiConsumer<String, Integer> both = (word, count) -> SEEN.append(word.repeat(count));
        both.andThen((word, count) -> SEEN.append(count)).accept("z", 3);
        Supplier<String> supplier = SEEN::toString;
        Callable<Integer> callable = SEEN::length;
        Executor direct = Runnable::run;
        direct.execute(() -> SEEN.append("run"));
        BooleanSupplier truth = () -> SEEN.length() > 3;
        Outcome.show("seen", supplier.get(), callable.call(), truth.getAsBoolean());
        Outcome.run("andThen null", () -> doubled.andThen(null));
        Outcome.run("and null", () -> empty.and(null));
        ObjIntConsumer<StringBuilder> ofInt = StringBuilder::append;
        ObjLongConsumer<StringBuilder> ofLong = StringBuilder::append;
        ObjDoubleConsumer<StringBuilder> ofDouble = StringBuilder::append;
        StringBuilder target = new StringBuilder();
        ofInt.accept(target, 1);
        ofLong.accept(target, 2L);
        ofDouble.accept(target, 2.5);
        ToIntBiFunction<String, String> compared = String::compareTo;
        ToLongBiFunction<Integer, Integer> product = (a, b) -> (long) a * b;
        ToDoubleBiFunction<Integer, Integer> quotient = (a, b) -> (double) a / b;
        Outcome.show("mixed", target, compared.applyAsInt("a", "c"), product.applyAsLong(1 << 20, 1 << 20), quotient.applyAsDouble(1, 4));
    }

    private static void ints() {
        IntUnaryOperator increment = x -> x + 1;
        IntBinaryOperator times = (a, b) -> a * b;
        IntPredicate even = x -> x % 2 == 0;
        IntFunction<String> hex = Integer::toHexString;
        IntSupplier supplier = () -> 7;
        ToIntFunction<String> length = String::length;
        IntToLongFunction widened = x -> x * 1_000_000_000_000L;
        IntToDoubleFunction half = x -> x / 2.0;
        IntConsumer consumer = SEEN::append;
        consumer.andThen(x -> SEEN.append(-x)).accept(5);
        Outcome.show("ints", increment.andThen(x -> x * 10).applyAsInt(1), increment.compose(x -> x * 10).applyAsInt(1), IntUnaryOperator.identity().applyAsInt(3), times.applyAsInt(6, 7),
                even.and(x -> x > 2).test(2), even.or(x -> x == 3).test(3), even.negate().test(4), hex.apply(255), supplier.getAsInt(), length.applyAsInt("four"), widened.applyAsLong(3), half.applyAsDouble(3),
                SEEN);
    }

    private static void longs() {
        LongUnaryOperator increment = x -> x + 1;
        LongBinaryOperator times = Math::multiplyExact;
        LongPredicate even = x -> x % 2 == 0;
        LongFunction<String> hex = Long::toHexString;
        LongSupplier supplier = () -> 1L << 40;
        ToLongFunction<String> parsed = Long::parseLong;
        LongToIntFunction narrowed = x -> (int) x;
        LongToDoubleFunction half = x -> x / 2.0;
        LongConsumer consumer = SEEN::append;
        consumer.andThen(x -> SEEN.append(-x)).accept(6);
        Outcome.show("longs", increment.andThen(x -> x * 10).applyAsLong(1), increment.compose(x -> x * 10).applyAsLong(1), LongUnaryOperator.identity().applyAsLong(3), times.applyAsLong(6, 7),
                even.and(x -> x > 2).test(2), even.or(x -> x == 3).test(3), even.negate().test(4), hex.apply(-1), supplier.getAsLong(), parsed.applyAsLong("44"), narrowed.applyAsInt(1L << 33), half.applyAsDouble(5),
                SEEN);
    }

    private static void doubles() {
        DoubleUnaryOperator increment = x -> x + 1;
        DoubleBinaryOperator times = (a, b) -> a * b;
        DoublePredicate positive = x -> x > 0;
        DoubleFunction<String> text = Double::toString;
        DoubleSupplier supplier = () -> 0.1;
        ToDoubleFunction<Integer> third = x -> x / 3.0;
        DoubleToIntFunction floor = x -> (int) x;
        DoubleToLongFunction wide = x -> (long) x;
        DoubleConsumer consumer = x -> SEEN.append(x > 0);
        consumer.andThen(x -> SEEN.append((int) x)).accept(6);
        Outcome.show("doubles", increment.andThen(x -> x * 10).applyAsDouble(1), increment.compose(x -> x * 10).applyAsDouble(1), DoubleUnaryOperator.identity().applyAsDouble(3), times.applyAsDouble(6, 7),
                positive.and(x -> x > 2).test(2), positive.or(x -> x == -3).test(-3), positive.negate().test(4), text.apply(0.1), supplier.getAsDouble(), third.applyAsDouble(1), floor.applyAsInt(-2.9),
                wide.applyAsLong(1e18), SEEN);
    }
}
