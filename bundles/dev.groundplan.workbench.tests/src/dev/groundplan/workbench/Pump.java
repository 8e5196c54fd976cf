package dev.groundplan.workbench;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;

/** Lets the workbench work until something is so, or the deadline has passed. */
final class Pump {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Pump() {}

    /** Returns how long it took. */
    static Duration until(String what, BooleanSupplier condition) {
        return until(() -> what, condition);
    }

    static Duration until(Supplier<String> what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long start = System.nanoTime();
        long deadline = start + DEADLINE.toNanos();
        // wakes the display at the deadline, and now and then for conditions that no event
        // announces
        Runnable tick =
                new Runnable() {
                    @Override
                    public void run() {
                        display.timerExec(5, this);
                    }
                };
        display.timerExec(5, tick);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    Assertions.fail("waited in vain for: " + what.get());
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, tick);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Paints and handles what is waiting. */
    static void idle() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            // until nothing is left
        }
    }
}
