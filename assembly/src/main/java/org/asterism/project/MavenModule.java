package org.asterism.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a pom file says about its module.
 *
 * @param pom the file
 * @param groupId its group, or that of its parent
 * @param artifactId its name
 * @param version its own literal version
 * @param packaging {@code pom}, {@code jar} and the like
 * @param isPublished false for a module that other people have no use for: {@code maven.install.skip} is set
 */
record MavenModule(Path pom, String groupId, String artifactId, String version, String packaging, boolean isPublished) {
    /**
     * Reads an aggregator and all of its modules.
     *
     * @param folder with a {@code pom.xml}
     * @return the aggregator first, then its modules as it lists them
     * @throws IOException if a pom cannot be read
     */
    static List<MavenModule> tree(Path folder) throws IOException {
        List<MavenModule> modules = new ArrayList<>();
        Element project = parse(folder.resolve("pom.xml"));
        modules.add(of(folder.resolve("pom.xml"), project));
        for (Element module : children(project, "modules").stream().flatMap(list -> children(list, "module").stream()).toList()) {
            modules.addAll(tree(folder.resolve(module.getTextContent().strip())));
        }
        return modules;
    }

    private static MavenModule of(Path pom, Element project) {
        boolean skipped = children(project, "properties").stream()
                .anyMatch(properties -> text(properties, "maven.install.skip").filter("true"::equals).isPresent());
        String groupId = text(project, "groupId").or(() -> text(children(project, "parent").get(0), "groupId")).orElseThrow();
        return new MavenModule(pom, groupId, text(project, "artifactId").orElseThrow(), text(project, "version").orElseThrow(),
                text(project, "packaging").orElse("jar"), !skipped);
    }

    /** Name of its jar. */
    String jarName() {
        return artifactId + "-" + version + ".jar";
    }

    private static Element parse(Path pom) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + ": is no pom: " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(element -> element.getTextContent().strip());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
