package org.example.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asterism.kernel.syscall.SyscallProvider;
import org.asterism.ostd.log.Log;

/** Tells the log what it formats, streams, matches and computes with classes that only profile full has. */
public final class Report implements SyscallProvider {
    public Report() {
        Log.error("report: " + formatted() + streamed() + matched() + computed());
    }

    private static String formatted() {
        return String.format("%05d %x %.3f ", 42, 255, 3.14159);
    }

    private static String streamed() {
        return List.of("c", "a", "b").stream().sorted().collect(Collectors.joining("-", "[", "]")) + " ";
    }

    private static String matched() {
        return Pattern.compile("(\\w+)@(\\w+)").matcher("user@host").replaceAll("$2/$1") + " ";
    }

    private static String computed() {
        return new BigDecimal("2.345").setScale(2, RoundingMode.HALF_EVEN) + " " + Duration.ofSeconds(3723);
    }
}
