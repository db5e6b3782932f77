package org.asterism.host.shell;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the launcher calls when the kernel has started: runs the given commands, or a shell. The result is the exit code. */
@Component(service = Callable.class, property = "asterism.session=true")
public final class HostSession implements Callable<Integer> {
    private static final int COMMAND_FAILED = 1;

    private final CommandProcessor commands;
    private final String script;

    /**
     * A session.
     *
     * @param commands runs commands
     * @param context knows what the launcher was asked to do
     */
    @Activate
    public HostSession(@Reference CommandProcessor commands, BundleContext context) {
        this.commands = commands;
        this.script = context.getProperty("asterism.host.exec");
    }

    @Override
    public Integer call() {
        // not System.in and System.out: the shell has replaced them by streams that lead to the session's
        try (CommandSession session = commands.createSession(new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true), new PrintStream(new FileOutputStream(FileDescriptor.err), true))) {
            session.put("SCOPE", "asterism:felix:scr:gogo:*");
            return script == null ? shell(session) : run(session);
        }
    }

    private int run(CommandSession session) {
        try {
            Object result = null;
            for (String statement : CommandText.statements(script)) {
                result = session.execute(statement);
                if (result != null) {
                    session.getConsole().println(session.format(result, Converter.INSPECT));
                }
            }
            return result instanceof Integer code ? code & 0xff : 0;
        } catch (Exception failure) {
            System.err.println("asterism: " + words(failure));
            return COMMAND_FAILED;
        }
    }

    /** What a command threw, without the reflection around it. A bug shows where it is. */
    private static String words(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Error || cause instanceof RuntimeException && !(cause instanceof IllegalArgumentException)) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static int shell(CommandSession session) {
        try {
            session.execute("gosh --noshutdown");
            return 0;
        } catch (Exception failure) {
            System.err.println("asterism: the shell ended: " + failure.getMessage());
            return COMMAND_FAILED;
        }
    }
}
