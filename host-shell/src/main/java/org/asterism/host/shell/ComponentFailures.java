package org.asterism.host.shell;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Tells of components that could not be made, once each and in a line each: after every command, because any may make some. The component runtime would tell by a
 * trace of its own methods, each time that somebody asks for the component.
 */
@Component(service = {ComponentFailures.class, CommandSessionListener.class, Runnable.class}, property = "asterism.failures=true")
public final class ComponentFailures implements CommandSessionListener, Runnable {
    /** An exception of a printed trace, and the first method below it that is not Java's own. */
    private static final Pattern CAUSE = Pattern.compile("(?m)^(?:Caused by: )?([\\w.$]+(?:Exception|Error|Throwable)[^\\n]*)(?:\\n\\s*at java\\.base/[^\\n]*)*\\n\\s*at ([^\\n]*)");

    private final ServiceComponentRuntime runtime;
    private final Consumer<Object> refusals;
    private final BundleContext context;
    private final Set<String> told = new HashSet<>();

    /**
     * Has told nothing.
     *
     * @param runtime knows the components
     * @param refusals is told, in lines of text
     * @param context knows all bundles
     */
    @Activate
    public ComponentFailures(@Reference ServiceComponentRuntime runtime, @Reference(target = "(asterism.refusals=true)") Consumer<Object> refusals,
            BundleContext context) {
        this.runtime = runtime;
        this.refusals = refusals;
        this.context = context;
    }

    /** Tells of those that failed since it was last run. */
    @Override
    public synchronized void run() {
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION && configuration.failure != null) {
                    String bundle = description.bundle.symbolicName + ' ' + description.bundle.version;
                    if (told.add(bundle + ' ' + lastModified(description) + ' ' + configuration.id)) {
                        refusals.accept(bundle + ": component " + description.name + " could not be made: " + cause(configuration.failure));
                    }
                }
            }
        }
    }

    private long lastModified(ComponentDescriptionDTO description) {
        return context.getBundle(description.bundle.id) == null ? 0 : context.getBundle(description.bundle.id).getLastModified();
    }

    /** What was thrown first, and where, of a printed trace. */
    private static String cause(String trace) {
        Matcher causes = CAUSE.matcher(trace.replace("\r", ""));
        String cause = trace.strip().lines().findFirst().orElse("");
        while (causes.find()) {
            cause = causes.group(1) + ", at " + causes.group(2).strip();
        }
        return cause;
    }

    @Override
    public void beforeExecute(CommandSession session, CharSequence command) {
        // only what a command has done is told
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence command, Exception failure) {
        run();
    }

    @Override
    public void afterExecute(CommandSession session, CharSequence command, Object result) {
        run();
    }
}
