package org.asterism.assembly.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.felix.scr.impl.logger.BundleLogger;
import org.apache.felix.scr.impl.metadata.ComponentMetadata;
import org.apache.felix.scr.impl.metadata.ReferenceMetadata;
import org.apache.felix.scr.impl.xml.XmlHandler;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses component descriptions with Felix SCR's own parser, which is what a host uses; what bundles could abuse is off. */
final class ComponentXml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PROPERTIES = 500;

    /** Every way a description can be refused before its components are looked at; tests switch one off. */
    enum Check {
        /** Document types: entities, and files and servers of whoever assembles. */
        DOCTYPE,
        /** More text than any component needs. */
        SIZE,
        /** Names that end the comment or the line of generated source in which they stand: XML can hold any text. */
        NAMES,
        /** Targets that are no filters, or nested so deep that matching them takes unbounded stack. */
        TARGET
    }

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_$.-]{1,500}");

    private ComponentXml() {}

    /**
     * Parses a description.
     *
     * @param xml its bytes
     * @return the components in it
     * @throws ComponentException with the reason, if it is not a valid description
     */
    static List<ComponentMetadata> parse(byte[] xml) {
        return parse(xml, EnumSet.allOf(Check.class));
    }

    /** Parses with some checks only. For tests that see what a check is worth. */
    static List<ComponentMetadata> parse(byte[] xml, Set<Check> checks) {
        if (xml.length > MOST_BYTES && checks.contains(Check.SIZE)) {
            throw new ComponentException("it has " + xml.length + " bytes, more than " + MOST_BYTES + "; split it");
        }
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(NO_DOCTYPE, checks.contains(Check.DOCTYPE));
            XMLReader reader = factory.newSAXParser().getXMLReader();
            XmlHandler handler = new XmlHandler(silent(Bundle.class), silent(BundleLogger.class), false, false, null);
            reader.setContentHandler(handler);
            reader.setErrorHandler(new DefaultHandler()); // throws, where the parser's own would print besides
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
            for (ComponentMetadata component : handler.getComponentMetadataList()) {
                component.validate();
                check(component, checks);
            }
            return handler.getComponentMetadataList();
        } catch (ComponentException e) {
            throw e;
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
            // Felix's parser trusts numbers and names in the text
            Throwable reason = e;
            while (reason.getCause() != null) {
                reason = reason.getCause();
            }
            throw new ComponentException(String.valueOf(reason.getMessage()).replaceAll("\\p{Cntrl}", " ") + "; write it by annotations, as bnd does", e);
        }
    }

    private static void check(ComponentMetadata component, Set<Check> checks) {
        if (component.getProperties().size() > MOST_PROPERTIES && checks.contains(Check.SIZE)) {
            throw new ComponentException(component.getName() + " has " + component.getProperties().size() + " properties, more than " + MOST_PROPERTIES
                    + "; put them into one");
        }
        List<String> names = new ArrayList<>(List.of(component.getName(), component.getImplementationClassName()));
        if (component.getServiceMetadata() != null) {
            names.addAll(List.of(component.getServiceMetadata().getProvides()));
        }
        for (ReferenceMetadata reference : component.getDependencies()) {
            names.add(reference.getName());
            names.add(reference.getInterface());
            String fault = reference.getTarget() == null || !checks.contains(Check.TARGET) ? null : TargetFilter.fault(reference.getTarget());
            if (fault != null) {
                throw new ComponentException("reference " + reference.getName() + " of " + component.getName() + " has a target that " + fault);
            }
        }
        for (String name : names) {
            if (checks.contains(Check.NAMES) && !PLAIN_NAME.matcher(name).matches()) {
                throw new ComponentException("it holds the name '" + name.replaceAll("[^ -~]", "?") + "'; write letters, digits, '_', '$', '-' and dots");
            }
        }
    }

    /** The parser wants a bundle and a logger for its messages; what is wrong comes as an exception anyway. */
    private static <T> T silent(Class<T> type) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Class<?> result = method.getReturnType();
            return result == boolean.class ? Boolean.FALSE : result == long.class ? (Object) 0L : result == int.class ? 0 : null;
        });
        return type.cast(proxy);
    }
}
