package org.asterism.test;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link OstdTest} does: a machine before each test, its parts as parameters, and an end to both after it. */
final class OstdExtension implements TestTemplateInvocationContextProvider, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OstdExtension.class);
    private static final String SEED_PROPERTY = "asterism.test.seed";

    OstdExtension() {
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return annotation(context.getTestMethod().map(AnnotatedElement.class::cast)).isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        OstdTest options = options(context);
        if (options.schedules() < 0) {
            throw new IllegalArgumentException("schedules = " + options.schedules() + "; must be 0 or more");
        }
        if (options.schedules() == 0) {
            return Stream.of(new Schedule(context.getDisplayName(), chosenSeed()));
        }
        LongStream seeds = chosenSeed().isPresent() ? LongStream.of(chosenSeed().getAsLong())
                : LongStream.range(options.firstSeed(), options.firstSeed() + options.schedules());
        return seeds.mapToObj(seed -> new Schedule(context.getDisplayName(), OptionalLong.of(seed)));
    }

    /** One run of a method. */
    private record Schedule(String test, OptionalLong seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return seed.isPresent() ? test + " [seed " + seed.getAsLong() + "]" : test;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            if (seed.isPresent()) {
                context.getStore(NAMESPACE).put(Long.class, seed.getAsLong());
            }
        }
    }

    private static OptionalLong chosenSeed() {
        String chosen = System.getProperty(SEED_PROPERTY);
        try {
            return chosen == null || chosen.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(chosen.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SEED_PROPERTY + " is '" + chosen + "'; it must be a whole number", e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        session(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestSession session = context.getStore(NAMESPACE).remove(TestSession.class, TestSession.class);
        if (session != null) {
            session.end(context.getExecutionException());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        // what JUnit itself or another extension provides
        return context.getTestMethod().isPresent() && !type.isPrimitive() && !type.getName().startsWith("java.")
                && !type.getName().startsWith("org.junit.") && session(context).provides(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return session(context).get(parameter.getParameter().getType());
    }

    /** The test's machine. */
    private static TestSession session(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(TestSession.class, key -> {
            OstdTest options = options(context);
            Long seed = store.get(Long.class, Long.class);
            OptionalLong only = seed != null ? OptionalLong.of(seed)
                    : options.schedules() > 0 ? OptionalLong.of(chosenSeed().orElse(options.firstSeed())) : chosenSeed();
            return new TestSession(options, only);
        }, TestSession.class);
    }

    private static OstdTest options(ExtensionContext context) {
        return annotation(context.getTestMethod().map(AnnotatedElement.class::cast))
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OstdTest.class, context.getEnclosingTestClasses()))
                .orElseThrow(() -> new IllegalStateException(context.getDisplayName() + " has no @OstdTest, on itself or its class"));
    }

    private static Optional<OstdTest> annotation(Optional<AnnotatedElement> element) {
        return AnnotationSupport.findAnnotation(element, OstdTest.class);
    }
}
