package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTextTest {
    @TempDir
    Path folder;

    @Test
    void aLiteralOfEveryCharacterIsThatCharacterToTheCompiler() throws Exception {
        String every = IntStream.rangeClosed(0, 0x2ff).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining()) + "\ud83d\ude00\uffff\\u0041";
        Path source = Files.writeString(folder.resolve("Literal.java"), "public class Literal { public static final String TEXT = " + JavaText.quote(every) + "; }");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString())).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(loader.loadClass("Literal").getField("TEXT").get(null)).isEqualTo(every);
        }
    }
}
