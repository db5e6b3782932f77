package org.asterism.ostd.x86.suite;

import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.ostd.task.Preemption;
import org.asterism.ostd.user.ReturnReason;
import org.asterism.ostd.user.UserContext;

/** Tasks of the kernel that compute in floating point: beside each other, and beside user programs that do. */
final class FloatingPointChecks {
    private static final int ROUNDS = 200_000;
    /** Rounds up, and traps on every floating-point exception. */
    private static final int ODD_CONTROL = 0x4000;
    /** stmxcsr -4(%rsp); movl -4(%rsp),%esi; movq %xmm0,%rdi; syscall; and again. */
    private static final int[] REPORT = {0x0f, 0xae, 0x5c, 0x24, 0xfc, 0x8b, 0x74, 0x24, 0xfc, 0x66, 0x48, 0x0f, 0x7e, 0xc7, 0x0f, 0x05, 0xeb, 0xee};
    private static final int XMM0 = 160;
    private static final int MXCSR = 24;

    private FloatingPointChecks() {}

    static void run() {
        MachineSuite.check("tasks that compute in floating point do not disturb each other", FloatingPointChecks::tasks);
        MachineSuite.check("the kernel computes beside a program with odd floating-point control", FloatingPointChecks::besideProgram);
        MachineSuite.check("a method that computes runs user mode and goes on", FloatingPointChecks::aroundUserMode);
    }

    /** Inexact sums, products, quotients and roots; what is live lies in registers across iterations. */
    private static long series(int seed, int rounds) {
        double sum = 0;
        double factor = 1 + seed / 7.0;
        float narrow = seed;
        for (int i = 1; i <= rounds; i++) {
            factor = factor * 1.000_001 + 1 / (i + 0.5);
            sum += Math.sqrt(factor) / i;
            narrow = narrow * 0.999f + i;
        }
        return Double.doubleToRawLongBits(sum + factor) ^ Float.floatToRawIntBits(narrow);
    }

    private static long undisturbed(int seed, int rounds) {
        try (var held = Preemption.disable()) {
            return series(seed, rounds);
        }
    }

    private static void tasks() {
        AtomicInteger number = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        TaskChecks.together(6, () -> {
            int seed = number.getAndIncrement();
            if (series(seed, ROUNDS) != undisturbed(seed, ROUNDS)) {
                wrong.incrementAndGet();
            }
        });
        MachineSuite.expect(0, wrong.get(), "tasks whose result was not that of an undisturbed computation");
    }

    private static void setOdd(UserContext context, int lowest) {
        byte[] image = new byte[UserContext.floatingPointBytes()];
        context.saveFloatingPoint(image);
        image[XMM0] = (byte) lowest;
        image[MXCSR] = 0;
        image[MXCSR + 1] = (byte) (ODD_CONTROL >> 8);
        context.restoreFloatingPoint(image);
    }

    private static void expectUnchanged(UserContext context, int lowest) {
        UserChecks.expectReason(ReturnReason.SYSCALL, context);
        MachineSuite.expect(ODD_CONTROL, context.syscallArgument(1), "control word of the program");
        MachineSuite.expect(lowest, context.syscallArgument(0), "xmm0 of the program");
    }

    private static void besideProgram() {
        long wanted = undisturbed(3, 1000);
        UserChecks.withCode(context -> {
            setOdd(context, 42);
            for (int i = 0; i < 5; i++) {
                expectUnchanged(context, 42);
                MachineSuite.expect(wanted, series(3, 1000), "what the kernel computed");
            }
        }, REPORT);
    }

    private static void aroundUserMode() {
        long wanted = undisturbed(5, 1000);
        UserChecks.withCode(context -> {
            setOdd(context, 43);
            double sum = 0;
            double exact = 0;
            for (int i = 1; i <= 100; i++) {
                sum += 1.0 / i;
                expectUnchanged(context, 43);
                exact = exact * 0.5 + i;
                MachineSuite.expect(wanted, series(5, 1000), "what the kernel computed");
            }
            long nearest = Double.doubleToRawLongBits(5.187377517639621);
            MachineSuite.expect(nearest, Double.doubleToRawLongBits(sum), "sum of reciprocals, rounded to nearest");
            MachineSuite.expect(exact == 198, "wanted 198");
        }, REPORT);
    }
}
