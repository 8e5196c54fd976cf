import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.Engine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Reads and analyses files of more and more lines in one warm JVM; prints the thread's times: of
 * files that the engine has not seen, and of one that it has, after a line more in some project.
 */
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
            double[] anew = new double[runs];
            double[] edited = new double[runs];
            Random random = new Random(1);
            for (int i = 0; i < runs; i++) {
                anew[i] = analyse(engine, text);
            }
            for (int i = 0; i < runs; i++) {
                text = edit(text, random, i);
                edited[i] = analyse(engine, "seen.genai", text);
                if (i == 0) { // the engine had not seen the file before the first edit
                    text = edit(text, random, runs);
                    edited[i] = analyse(engine, "seen.genai", text);
                }
            }
            Arrays.sort(anew);
            Arrays.sort(edited);
            double median = anew[runs / 2];
            first = first == 0 ? median / size : first;
            System.out.printf(
                    Locale.ROOT,
                    "%6d lines  anew min %5.0f  median %5.0f ms, a line %.2f times that of the"
                            + " smallest   after an edit min %5.0f  median %5.0f ms%n",
                    size,
                    anew[0],
                    median,
                    median / size / first,
                    edited[0],
                    edited[runs / 2]);
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

    /** A comment more, after the first line of one of the projects. */
    private static String edit(String text, Random random, int number) {
        String[] projects = text.split("(?m)^(?=project )");
        int chosen = 1 + random.nextInt(projects.length - 1);
        projects[chosen] = projects[chosen].replaceFirst("\n", "\n  // note " + number + "\n");
        return String.join("", projects);
    }

    /** Under a name of its own: the engine keeps what it has found in a file that it has seen. */
    private static double analyse(Engine engine, String text) {
        return analyse(engine, "lines-" + System.nanoTime() + ".genai", text);
    }

    /** Milliseconds of the thread's own time: other work of the machine does not count. */
    private static double analyse(Engine engine, String name, String text) {
        Path path = Path.of(name).toAbsolutePath();
        long begin = THREADS.getCurrentThreadCpuTime();
        engine.analyse(name, path, text, SETTINGS, Cancellation.NEVER);
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }
}
