package org.asterism.maven;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.logging.Log;

/** Bytes become lines of Maven's log. */
final class LogStream extends java.io.OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Log log;

    LogStream(Log log) {
        this.log = log;
    }

    @Override
    public void write(int value) {
        if (value != '\n') {
            line.write(value);
            return;
        }
        log.info(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
