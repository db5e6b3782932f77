package org.asterism.rebuild;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What Maven gives javac, as the parent project says it. */
final class CompilerOptions {
    private CompilerOptions() {}

    /**
     * Reads them.
     *
     * @param parent the parent's {@code pom.xml}
     * @return javac's options, but for folders and class path
     */
    static List<String> of(Path parent) throws IOException {
        Document project = parse(parent);
        List<String> options = new ArrayList<>(List.of("-g", "-encoding", text(project, "project.build.sourceEncoding"),
                "-proc:" + text(project, "proc"), "--release", text(project, "maven.compiler.release")));
        NodeList arguments = project.getElementsByTagName("arg");
        for (int i = 0; i < arguments.getLength(); i++) {
            options.add(arguments.item(i).getTextContent());
        }
        return options;
    }

    private static String text(Document project, String element) throws IOException {
        NodeList found = project.getElementsByTagName(element);
        if (found.getLength() != 1) {
            throw new IOException("the parent project has " + found.getLength() + " elements " + element + ", not one");
        }
        return found.item(0).getTextContent();
    }

    private static Document parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
