package org.asterism.assembly.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.resolve.Resolution;

/** What an image says about the licences of its parts and where their sources are. Holds no paths and no times. */
final class LicenceNotice {
    private static final String NOTICE = "META-INF/NOTICE";

    private LicenceNotice() {}

    /** One line a part, its source and notices below it. */
    static List<String> lines(Resolution resolution, JavaBase javaBase) {
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : resolution.bundles()) {
            String licence = bundle.header("Bundle-License");
            lines.add(bundle + ": " + (licence == null ? "no licence stated; ask its author" : licence));
            lines.add("    source: " + source(bundle));
            for (Map.Entry<String, byte[]> entry : bundle.entries().entrySet()) {
                if (entry.getKey().startsWith(NOTICE)) {
                    new String(entry.getValue(), StandardCharsets.UTF_8).lines().forEach(line -> lines.add("    | " + line));
                }
            }
        }
        lines.add("org.asterism.boot, written by the assembler: Apache-2.0");
        lines.add("    source: the descriptor and the bundles above, by asterism assemble");
        lines.add("java.base of OpenJDK " + System.getProperty("java.vm.version")
                + ", classes compiled into the image: GPL-2.0-only WITH Classpath-exception-2.0");
        lines.add("    source: " + javaBase.source());
        lines.add("    | The exception lets the bundles keep licences of their own. Whoever passes this image on passes the source");
        lines.add("    | of java.base on with it, or offers it in writing (GPL, section 3).");
        return lines;
    }

    /** Where the source of a bundle is, as far as the bundle tells. */
    private static String source(Bundle bundle) {
        for (String header : List.of("Bundle-SCM", "Bundle-DocURL", "Bundle-Vendor")) {
            if (bundle.header(header) != null) {
                return bundle.header(header);
            }
        }
        for (Map.Entry<String, byte[]> entry : bundle.entries().entrySet()) {
            if (entry.getKey().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
                return "sources of Maven artifact " + coordinates(entry.getValue());
            }
        }
        return "not stated by the bundle";
    }

    private static String coordinates(byte[] text) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("groupId") + ":" + properties.getProperty("artifactId") + ":" + properties.getProperty("version");
    }
}
