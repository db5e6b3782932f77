package org.asterism.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.asterism.aot.world.Bundle;
import org.asterism.aot.world.ClassContainer;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.World;

/** A world of java.base and the compiled test classes. */
public final class TestWorld {
    private final World world = new World(ClassContainer.javaBase());
    private final Bundle bundle;

    /** Opens it. */
    public TestWorld() {
        try {
            ClassContainer classes = ClassContainer.open(CompilationRequest.BundleInput.holding(TestWorld.class, "test", false).path());
            bundle = world.addBundle("test", false, classes, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world. */
    public World world() {
        return world;
    }

    /** A class as the test bundle sees it. */
    public JavaClass load(Class<?> type) {
        return world.load(bundle, type.getName().replace('.', '/'));
    }
}
