package ${package};

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.vfs.ProcEntry;
import org.asterism.ostd.time.Clock;
import org.osgi.service.component.annotations.Component;

/** {@code /proc/${artifactId}}: for how long the machine has been running, in milliseconds. */
@Component
public final class UptimeFile implements ProcEntry {
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    /** For the assembler, which wires components. */
    public UptimeFile() {}

    @Override
    public String path() {
        return "${artifactId}";
    }

    @Override
    public byte[] content() {
        return ("up for " + Clock.monotonicNanos() / NANOS_PER_MILLISECOND + " ms\n").getBytes(StandardCharsets.US_ASCII);
    }
}
