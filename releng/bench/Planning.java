import com.sun.management.OperatingSystemMXBean;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerDay;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.Scheduler;
import dev.groundplan.planner.schedule.Search;
import dev.groundplan.planner.schedule.WorkCalendar;
import dev.groundplan.planner.simulation.Drawn;
import dev.groundplan.planner.simulation.Model;
import dev.groundplan.planner.simulation.ModelBuilder;
import dev.groundplan.planner.simulation.Simulation;
import dev.groundplan.planner.simulation.SimulationResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Times schedules of 100 to 10,000 tasks and simulations of a project of 100, in one warm JVM. */
public final class Planning {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final WorkCalendar WEEK =
            WorkCalendar.of(MONDAY, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of());
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 10_000;

    private enum Shape {
        CHAIN,
        LAYERS,
        LOOSE
    }

    private Planning() {}

    /** The number of repetitions. */
    public static void main(String[] arguments) {
        int repetitions = Integer.parseInt(arguments[0]);
        for (Shape shape : Shape.values()) {
            double before = 0;
            for (int n : new int[] {100, 1_000, 10_000}) {
                double least = schedule(shape, n, repetitions);
                if (before > 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %.1f times what a tenth of the tasks takes%n",
                            least / before);
                }
                before = least;
            }
        }
        Model model = model(network(Shape.LAYERS, 100));
        for (int threads : new int[] {1, 2}) {
            simulate("levelled", model, threads, repetitions);
            simulate("without limits of people", model.unlevelled(), threads, repetitions);
        }
    }

    /** The least time in milliseconds of this thread's processor, which others do not lengthen. */
    private static double schedule(Shape shape, int n, int repetitions) {
        Network network = network(shape, n);
        Search search = Search.usual(n);
        // the fewer tasks, the shorter: a small network is scheduled more often until it is warm
        double[] times = new double[repetitions * Math.max(1, 10_000 / n)];
        Schedule schedule = null;
        for (int i = 0; i < times.length; i++) {
            long begin = THREAD.getCurrentThreadCpuTime();
            schedule = Scheduler.schedule(network, search, Cancellation.NEVER);
            times[i] = (THREAD.getCurrentThreadCpuTime() - begin) / 1e6;
        }
        print(
                String.format(
                        Locale.ROOT,
                        "schedule %s of %d (%.2f %% above the bound)",
                        shape,
                        n,
                        100.0 * schedule.finish() / schedule.bound() - 100),
                times);
        Arrays.sort(times);
        return times[0];
    }

    private static void simulate(String what, Model model, int threads, int repetitions) {
        double[] times = new double[repetitions];
        double[] firsts = new double[repetitions];
        double[] processors = new double[repetitions];
        SimulationResult result = null;
        for (int i = 0; i < repetitions; i++) {
            long processor = PROCESS.getProcessCpuTime();
            long begin = System.nanoTime();
            List<Long> improving = new ArrayList<>();
            result =
                    Simulation.run(
                            model,
                            new Simulation.Extent(RUNS, threads),
                            Cancellation.NEVER,
                            better -> improving.add(System.nanoTime()));
            times[i] = (System.nanoTime() - begin) / 1e6;
            processors[i] = (PROCESS.getProcessCpuTime() - processor) / 1e6;
            firsts[i] = (improving.getFirst() - begin) / 1e6;
        }
        print(
                String.format(
                        Locale.ROOT,
                        "%d runs of 100 tasks on %d threads, %s (P80 %.1f days)",
                        RUNS,
                        threads,
                        what,
                        result.finish().percentile(Ratio.percent(80)).days()),
                times);
        print("  time of processors", processors);
        print("  first result", firsts);
    }

    private static void print(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.2f ms, least %.2f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[0]);
    }

    private static Network network(Shape shape, int n) {
        Random random = new Random(5);
        NetworkBuilder builder = new NetworkBuilder();
        for (int i = 0; i < 5; i++) {
            builder.resource("role " + i, 100 * (1 + i));
        }
        for (int i = 0; i < n; i++) {
            int a = builder.activity("task " + i, WEEK, 60 * (1 + random.nextInt(80)));
            builder.demand(a, random.nextInt(5), 100);
            if (i > 0 && shape == Shape.CHAIN) {
                builder.order(i - 1, i);
            }
            for (int k = 0; k < 2 && i > 0 && shape == Shape.LAYERS; k++) {
                builder.order(i - 1 - random.nextInt(Math.min(i, 20)), i);
            }
            if (i > 0 && shape == Shape.LOOSE && random.nextInt(3) == 0) {
                builder.order(random.nextInt(i), i);
            }
        }
        return builder.build();
    }

    /** Every task's effort is drawn, moved by one driver; five rates, ten risks. */
    private static Model model(Network network) {
        Schedule schedule =
                Scheduler.schedule(network, Search.usual(network.size()), Cancellation.NEVER);
        ModelBuilder builder = new ModelBuilder(schedule, CurrencyCode.USD, 1);
        int driver = builder.driver("expertise");
        int[] rates = new int[5];
        for (int i = 0; i < rates.length; i++) {
            rates[i] =
                    builder.input(
                            new Drawn("role " + i, "rate"),
                            Uncertain.spread(
                                    new PricePerDay(Money.of(800, CurrencyCode.USD)), 0.1));
        }
        for (int a = 0; a < network.size(); a++) {
            Effort likely = Effort.hours(network.minutes(a) / 60.0);
            int effort =
                    builder.input(
                            new Drawn(network.name(a), "effort"),
                            Uncertain.of(likely.times(0.6), likely, likely.times(2.0)),
                            driver,
                            Ratio.percent(50));
            builder.work(a, Ratio.ONE, effort);
            builder.paid(a, rates[network.demands(a).getFirst().resource()]);
        }
        for (int i = 0; i < 10; i++) {
            int probability =
                    builder.input(
                            new Drawn("risk " + i, "probability"),
                            Uncertain.exactly(Ratio.percent(20)));
            int happens = builder.chance(new Drawn("risk " + i, "occurs"), probability);
            int cost =
                    builder.input(
                            new Drawn("risk " + i, "cost"),
                            Uncertain.spread(Money.of(10_000, CurrencyCode.USD), 0.4));
            builder.cost(Ratio.ONE, happens, cost);
        }
        return builder.build();
    }
}
