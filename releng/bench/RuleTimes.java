import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimator;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Subjects;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Subject;
import dev.groundplan.engine.Engine;
import dev.groundplan.rules.Rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Runs every rule over an example whose estimates are known, in one warm JVM; prints the thread's times. */
public final class RuleTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 300;
    private static final int MOST_SHOWN = 5;
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);

    private RuleTimes() {}

    /** An example, and the number of runs. */
    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[1]);
        Analysis analysis =
                Engine.create().analyse(Path.of(arguments[0]), SETTINGS).projects().getFirst();
        Plan plan = analysis.plan();
        List<Rule> rules = Rules.all();
        for (int i = 0; i < WARM_UP; i++) {
            times(plan, rules);
        }
        double[] totals = new double[runs];
        double[][] each = new double[rules.size()][runs];
        for (int run = 0; run < runs; run++) {
            double[] times = times(plan, rules);
            totals[run] = Arrays.stream(times).sum();
            for (int rule = 0; rule < times.length; rule++) {
                each[rule][run] = times[rule];
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d rules over %s: median %.2f ms%n",
                rules.size(),
                arguments[0],
                median(totals));
        Integer[] order = new Integer[rules.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -median(each[i])));
        for (int i = 0; i < MOST_SHOWN; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %.3f ms%n",
                    rules.get(order[i]).name(),
                    median(each[order[i]]));
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Milliseconds of each rule; the estimations of the plan are made before and do not count. */
    private static double[] times(Plan plan, List<Rule> rules) {
        Facts facts = new Facts(plan, Engine.estimators(), Cancellation.NEVER);
        for (Subject subject : Subjects.of(plan)) {
            for (Estimator<?, ?> estimator : Engine.estimators()) {
                if (estimator.subject().isInstance(subject)) {
                    facts.get(estimator.estimation(), subject);
                }
            }
        }
        double[] times = new double[rules.size()];
        for (int i = 0; i < times.length; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            rules.get(i).check(facts).toList();
            times[i] = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        return times;
    }
}
