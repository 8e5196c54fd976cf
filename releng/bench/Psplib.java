import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.planner.schedule.Network;
import dev.groundplan.planner.schedule.NetworkBuilder;
import dev.groundplan.planner.schedule.Schedule;
import dev.groundplan.planner.schedule.Scheduler;
import dev.groundplan.planner.schedule.Search;
import dev.groundplan.planner.schedule.WorkCalendar;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Schedules instances of the project scheduling problem library and prints how far above the optimum
 * they end. Reads JSON as in the tests' {@code psplib-j30.json}, and the library's own {@code .sm}.
 */
public final class Psplib {
    private record Job(int duration, int[] requests, int[] successors) {}

    private record Instance(String name, int optimum, int[] capacity, List<Job> jobs) {}

    private Psplib() {}

    /** Schedules to make for each instance, 0 for the usual number; then files. */
    public static void main(String[] arguments) throws Exception {
        int schedules = Integer.parseInt(arguments[0]);
        List<Instance> instances = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            String text = Files.readString(file);
            if (arguments[i].endsWith(".sm")) {
                instances.add(sm(file.getFileName().toString().replace(".sm", ""), text));
            } else {
                JsonParser.parseString(text)
                        .getAsJsonObject()
                        .getAsJsonArray("instances")
                        .forEach(e -> instances.add(json(e.getAsJsonObject())));
            }
        }
        double sum = 0;
        double worst = 0;
        int known = 0;
        int optimal = 0;
        for (int round = 0; round < 2; round++) { // the first round warms up
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            sum = 0;
            worst = 0;
            known = 0;
            optimal = 0;
            for (Instance instance : instances) {
                Search usual = Search.usual(instance.jobs().size());
                Search search = schedules == 0 ? usual : new Search(schedules, usual.seed());
                Schedule schedule =
                        Scheduler.schedule(network(instance), search, Cancellation.NEVER);
                if (round == 1 && (instance.optimum() == 0 || schedules < 0)) {
                    System.out.printf(Locale.ROOT, "%s %d%n", instance.name(), schedule.finish());
                }
                if (instance.optimum() > 0) {
                    double gap = 100.0 * schedule.finish() / instance.optimum() - 100;
                    sum += gap;
                    worst = Math.max(worst, gap);
                    known++;
                    optimal += schedule.finish() == instance.optimum() ? 1 : 0;
                }
            }
            double time =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
            if (round == 1) {
                System.out.printf(
                        Locale.ROOT,
                        "%d instances, %.1f ms each%n",
                        instances.size(),
                        time / instances.size());
            }
        }
        if (known > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "above the optimum: %.3f %% on average, %.2f %% at worst; optimal: %d of %d%n",
                    sum / known,
                    worst,
                    optimal,
                    known);
        }
    }

    private static Network network(Instance instance) {
        NetworkBuilder builder = new NetworkBuilder();
        for (int i = 0; i < instance.capacity().length; i++) {
            builder.resource("R" + (i + 1), instance.capacity()[i]);
        }
        for (Job job : instance.jobs()) {
            int activity =
                    builder.activity(
                            "job " + (builder.size() + 1), WorkCalendar.elapsed(), job.duration());
            for (int i = 0; i < job.requests().length; i++) {
                builder.demand(activity, i, job.requests()[i]);
            }
        }
        for (int i = 0; i < instance.jobs().size(); i++) {
            for (int successor : instance.jobs().get(i).successors()) {
                builder.order(i, successor - 1);
            }
        }
        return builder.build();
    }

    private static Instance json(JsonObject object) {
        List<Job> jobs = new ArrayList<>();
        for (JsonElement element : object.getAsJsonArray("jobs")) {
            JsonObject job = element.getAsJsonObject();
            jobs.add(
                    new Job(
                            job.get("duration").getAsInt(),
                            ints(job.getAsJsonArray("requests")),
                            ints(job.getAsJsonArray("successors"))));
        }
        return new Instance(
                object.get("name").getAsString(),
                object.has("optimum") ? object.get("optimum").getAsInt() : 0,
                ints(object.getAsJsonArray("capacity")),
                jobs);
    }

    private static int[] ints(JsonArray array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsInt();
        }
        return values;
    }

    /** Two tables of numbers: successors, then durations and requests; then a line of capacities. */
    private static Instance sm(String name, String text) {
        String relations = between(text, "PRECEDENCE RELATIONS:", "****");
        List<int[]> successors = new ArrayList<>();
        for (String line : relations.lines().skip(1).toList()) {
            int[] numbers = numbers(line);
            if (numbers.length >= 3) {
                successors.add(java.util.Arrays.copyOfRange(numbers, 3, numbers.length));
            }
        }
        List<Job> jobs = new ArrayList<>();
        for (String line : between(text, "REQUESTS/DURATIONS:", "****").lines().toList()) {
            int[] numbers = numbers(line);
            if (numbers.length >= 3) {
                jobs.add(
                        new Job(
                                numbers[2],
                                java.util.Arrays.copyOfRange(numbers, 3, numbers.length),
                                successors.get(jobs.size())));
            }
        }
        String capacities = text.substring(text.indexOf("RESOURCEAVAILABILITIES:"));
        return new Instance(name, 0, numbers(capacities.lines().skip(2).findFirst().get()), jobs);
    }

    private static String between(String text, String from, String until) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(until, begin));
    }

    /** None when the line is not one of numbers alone. */
    private static int[] numbers(String line) {
        String trimmed = line.trim();
        return trimmed.matches("[0-9 \\t]+")
                ? java.util.Arrays.stream(trimmed.split("\\s+")).mapToInt(Integer::parseInt).toArray()
                : new int[0];
    }
}
