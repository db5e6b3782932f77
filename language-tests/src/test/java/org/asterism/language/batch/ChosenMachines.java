package org.asterism.language.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The machines that {@link OnMachines} and the property {@code asterism.machines} choose. */
public final class ChosenMachines implements ArgumentsProvider, AnnotationConsumer<OnMachines> {
    private static final String PROPERTY = "asterism.machines";
    private static final String ALL = "all";

    private Machine[] usually = {};
    private Machine[] alsoOn = {};

    @Override
    public void accept(OnMachines annotation) {
        usually = annotation.usually();
        alsoOn = annotation.alsoOn();
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return chosen(usually, alsoOn).map(Arguments::of);
    }

    /** Those of the first that are usual, or those of both that the property names. */
    public static Stream<Machine> chosen(Machine[] usually, Machine... alsoOn) {
        String property = System.getProperty(PROPERTY);
        if (property == null) {
            return Stream.of(usually);
        }
        List<String> words = Arrays.asList(property.split(","));
        List<String> known = Stream.concat(Stream.of(Machine.values()).map(Machine::word), Stream.of(ALL)).toList();
        if (!known.containsAll(words)) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + property + ": write some of " + known + " with commas between");
        }
        return Stream.concat(Stream.of(usually), Stream.of(alsoOn)).filter(machine -> words.contains(ALL) || words.contains(machine.word()));
    }
}
