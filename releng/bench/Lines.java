import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.Engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Reads and analyses files of more and more lines in one warm JVM; prints the thread's times. */
public final class Lines {
    private static final int[] SIZES = {1_250, 2_500, 5_000, 10_000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 30;
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);

    private Lines() {}

    /** An example, of which the files consist; the number of runs. */
    public static void main(String[] arguments) throws Exception {
        String example = Files.readString(Path.of(arguments[0]));
        int runs = Integer.parseInt(arguments[1]);
        Engine engine = Engine.create();
        String small = text(example, SIZES[0]);
        for (int i = 0; i < WARM_UP; i++) {
            analyse(engine, small);
        }
        double first = 0;
        for (int size : SIZES) {
            String text = text(example, size);
            double[] times = new double[runs];
            for (int i = 0; i < runs; i++) {
                // the thread's own time: other work of the machine does not count
                long begin = THREADS.getCurrentThreadCpuTime();
                analyse(engine, text);
                times[i] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            }
            Arrays.sort(times);
            double median = times[runs / 2];
            first = first == 0 ? median / size : first;
            System.out.printf(
                    Locale.ROOT,
                    "%6d lines  min %5.0f  median %5.0f ms   a line %.2f times that of the"
                            + " smallest%n",
                    size,
                    times[0],
                    median,
                    median / size / first);
        }
    }

    /** Projects one after the other, each under a name of its own. */
    private static String text(String example, int lines) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (int i = 0; count < lines; i++) {
            String one = example.replaceFirst("(?m)^project \\S+", "project copy-" + i);
            text.append(one);
            count += (int) one.lines().count();
        }
        return text.toString();
    }

    private static void analyse(Engine engine, String text) {
        Path path = Path.of("lines.genai").toAbsolutePath();
        engine.analyse("lines.genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
