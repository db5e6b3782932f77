package org.example.tidy;

import java.util.List;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.log.Log;

/** Tells the log how it was configured, and that it ends before what it uses. */
public final class Tidy implements SyscallProvider {
    /** Properties, typed. */
    @interface Settings {
        int size() default 1;

        String[] names() default {};

        Pace pace() default Pace.SLOW;
    }

    enum Pace { SLOW, FAST }

    private final Drawer drawer;

    public Tidy(Drawer drawer, Settings settings) {
        this.drawer = drawer;
        Log.error("tidy has size " + settings.size() + ", names " + List.of(settings.names()) + ", pace " + settings.pace());
    }

    public void open() {
        Log.error("tidy opens");
    }

    public void close(Settings settings) {
        Log.error("tidy ends at size " + settings.size() + " and " + drawer);
        throw new IllegalStateException("as asked");
    }

    /** What is used. */
    public static final class Drawer {
        public void shut() {
            Log.error("drawer ends");
        }

        @Override
        public String toString() {
            return "drawer is open";
        }
    }
}
