package org.asterism.language.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that is run once for each of some machines, its first parameter. {@code -Dasterism.machines=riscv64} chooses others than usual, as
 * far as the test knows them: some of {@code process}, {@code x86_64}, {@code riscv64} with commas between, or {@code all}.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(allowZeroInvocations = true)
@ArgumentsSource(ChosenMachines.class)
public @interface OnMachines {
    /** Where it is run if the property is not set. */
    Machine[] usually() default {};

    /** Where it can be run as well. */
    Machine[] alsoOn() default {};
}
