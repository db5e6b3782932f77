package org.asterism.host.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/** Gives components the properties that the descriptor sets, before any component is made: a configuration's PID is the component's name. */
final class HostConfiguration {
    private HostConfiguration() {
    }

    /** Takes what the launcher has registered: for each component, its properties, typed. */
    static void apply(BundleContext context) {
        try {
            ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
            ConfigurationAdmin admin = context.getService(reference);
            for (ServiceReference<?> set : context.getServiceReferences(Map.class, "(asterism.configuration=*)")) {
                Hashtable<String, Object> properties = new Hashtable<>();
                ((Map<?, ?>) context.getService(set)).forEach((key, value) -> properties.put(String.valueOf(key), value));
                admin.getConfiguration(String.valueOf(set.getProperty("asterism.configuration")), "?").update(properties);
            }
            context.ungetService(reference);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter is well-formed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration of components cannot be written", e);
        }
    }
}
