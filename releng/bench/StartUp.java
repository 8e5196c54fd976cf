import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs a bare JVM and the command line in turn; prints their times, memory and ratio. */
public final class StartUp {
    private record Run(double milliseconds, double megabytes) {}

    private StartUp() {}

    /** The folder of the JDK; the number of runs. */
    public static void main(String[] arguments) throws Exception {
        String java = Path.of(arguments[0], "bin", "java").toString();
        int runs = Integer.parseInt(arguments[1]);
        Path hello = Files.createTempDirectory("start-up").resolve("Hello.java");
        Files.writeString(
                hello, "public class Hello { public static void main(String[] a) {} }");
        String javac = Path.of(arguments[0], "bin", "javac").toString();
        run(List.of(javac, hello.toString()));
        List<String> bare =
                List.of(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        hello.getParent().toString(), "Hello");
        List<String> check = List.of("./groundplan", "check", "releng/bench/fifty.genai");
        List<Run> bares = new ArrayList<>();
        List<Run> checks = new ArrayList<>();
        for (int i = 0; i <= runs; i++) {
            Run one = run(bare);
            Run other = run(check);
            if (i > 0) { // the first pair warms the disk's cache
                bares.add(one);
                checks.add(other);
            }
        }
        print("JVM alone", bares);
        print("check, 50 lines", checks);
        System.out.printf(
                Locale.ROOT,
                "ratio of the medians %.1f%n",
                sorted(checks)[runs / 2] / sorted(bares)[runs / 2]);
    }

    private static Run run(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        double peak = 0;
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        return new Run((System.nanoTime() - begin) / 1e6, peak);
    }

    /** High water mark of the resident memory, in MB of 10⁶ bytes. */
    private static double peak(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
                }
            }
        } catch (IOException e) {
            // the process has just ended, or this system has no /proc
        }
        return 0;
    }

    private static double[] sorted(List<Run> runs) {
        double[] times = runs.stream().mapToDouble(Run::milliseconds).toArray();
        Arrays.sort(times);
        return times;
    }

    private static void print(String what, List<Run> runs) {
        double[] times = sorted(runs);
        double memory = runs.stream().mapToDouble(Run::megabytes).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-16s min %4.0f  median %4.0f  max %4.0f ms   at most %3.0f MB%n",
                what,
                times[0],
                times[times.length / 2],
                times[times.length - 1],
                memory);
    }
}
