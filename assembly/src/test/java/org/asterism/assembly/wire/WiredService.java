package org.asterism.assembly.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.asterism.assembly.Contracts;
import org.asterism.assembly.Descriptors;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.TestBundle;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.asterism.assembly.resolve.KernelResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test whose components form one bundle, wired and run on this JVM. */
abstract class WiredService {
    private static final String IMPORTS = "import org.osgi.service.component.annotations.*;\nimport org.asterism.kernel.*;\n"
            + "import org.asterism.kernel.syscall.*;\nimport org.asterism.kernel.process.*;\nimport java.util.*;\n";

    @TempDir
    Path folder;

    Bundle api;
    Bundle core;
    TestBundle service;
    String options = "";

    @BeforeEach
    void buildTheBase() {
        api = Contracts.api(folder, "private static final java.util.ArrayDeque<Ending> ENDINGS = new java.util.ArrayDeque<>();"
                + " public static void beforeOff(String name, Ending ending) { ENDINGS.push(ending); }"
                + " public static void off() throws Exception { while (!ENDINGS.isEmpty()) { ENDINGS.pop().end(); } }");
        core = Contracts.core(folder);
        service = TestBundle.of("org.example.service", "1.0.0").on(api)
                .source("org.example.service.Log",
                        "public interface Log { java.util.List<String> LINES = new java.util.ArrayList<>(); }")
                .source("org.example.service.Device", "public interface Device { String name(); }");
    }

    void component(String name, String annotation, String declaration) {
        service.source("org.example.service." + name, IMPORTS + "@Component" + annotation + " public final class " + name + " " + declaration);
    }

    void entry(String members) {
        component("Entry", "", "implements KernelEntry {" + members + "}");
    }

    Wiring wire() throws RefusedException {
        return KernelWiring.wire(KernelResolver.resolve(
                Descriptors.of(folder, "-runrequires: bnd.identity;id=org.example.service, bnd.identity;id=org.asterism.ostd.core\n"
                        + "-ostd-privileged: org.asterism.ostd.core\n" + options),
                BundlePool.of(List.of(api, core, service.in(folder)))));
    }

    RefusedException refusal() {
        return catchThrowableOfType(RefusedException.class, this::wire);
    }

    /** Runs the generated main on this JVM and turns the machine off; returns what components logged. */
    @SuppressWarnings("unchecked")
    List<String> boot(Wiring wiring) throws Exception {
        URL[] urls = new URL[3];
        int next = 0;
        for (String jar : List.of("org.asterism.ostd.api", "org.asterism.ostd.core", "org.example.service")) {
            urls[next++] = folder.resolve(jar + "-1.0.0.jar").toUri().toURL();
        }
        try (GeneratedLoader loader = new GeneratedLoader(urls, wiring)) {
            loader.loadClass("org.asterism.boot.Boot").getMethod("main").invoke(null);
            loader.loadClass("org.asterism.ostd.power.Power").getMethod("off").invoke(null);
            return new ArrayList<>((List<String>) loader.loadClass("org.example.service.Log").getField("LINES").get(null));
        }
    }

    private static final class GeneratedLoader extends URLClassLoader {
        private final SortedMap<String, byte[]> classes;
        private final Collection<SortedMap<String, byte[]>> additions;

        GeneratedLoader(URL[] urls, Wiring wiring) {
            super(urls, ClassLoader.getPlatformClassLoader());
            this.classes = wiring.classes();
            this.additions = wiring.additions().values();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            for (SortedMap<String, byte[]> addition : additions) {
                bytes = addition.getOrDefault(name.replace('.', '/'), bytes);
            }
            return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
