package dev.groundplan.planner.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.groundplan.core.analysis.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Instances with known optima, from the project scheduling problem library (Kolisch and Sprecher
 * 1997): every fourth of each group of j30. {@code releng/bench/psplib} runs others.
 */
class PsplibTest {
    private record Instance(String name, int optimum, Network network) {}

    @Test
    void schedulesEndOnAverageLessThanHalfAPercentAfterTheOptimum() throws IOException {
        double gaps = 0;
        List<Instance> instances = instances();
        assertEquals(96, instances.size());
        for (Instance instance : instances) {
            Network network = instance.network();
            Schedule schedule =
                    Scheduler.schedule(network, Search.usual(network.size()), Cancellation.NEVER);
            Feasibility.check(schedule);
            assertTrue(schedule.finish() >= instance.optimum(), instance.name());
            assertTrue(schedule.bound() <= instance.optimum(), instance.name());
            gaps += (double) schedule.finish() / instance.optimum() - 1;
        }
        double mean = gaps / instances.size();
        assertTrue(mean <= 0.005, () -> "mean gap " + mean);
    }

    @Test
    void aSearchFindsTheSameTwice() throws IOException {
        Network network = instances().getFirst().network();
        Search search = new Search(300, 7);
        Schedule one = Scheduler.schedule(network, search, Cancellation.NEVER);
        Schedule other = Scheduler.schedule(network, search, Cancellation.NEVER);
        for (int a = 0; a < network.size(); a++) {
            assertEquals(one.start(a), other.start(a));
        }
    }

    private static List<Instance> instances() throws IOException {
        List<Instance> instances = new ArrayList<>();
        try (InputStream in =
                PsplibTest.class.getResourceAsStream("/dev/groundplan/planner/psplib-j30.json")) {
            JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonArray("instances")
                    .forEach(e -> instances.add(instance(e.getAsJsonObject())));
        }
        return instances;
    }

    private static Instance instance(JsonObject object) {
        NetworkBuilder builder = new NetworkBuilder();
        int[] resources = ints(object.getAsJsonArray("capacity"));
        for (int i = 0; i < resources.length; i++) {
            resources[i] = builder.resource("R" + i, resources[i]);
        }
        JsonArray jobs = object.getAsJsonArray("jobs");
        for (JsonElement element : jobs) {
            JsonObject job = element.getAsJsonObject();
            int activity =
                    builder.activity(
                            "job " + builder.size(),
                            WorkCalendar.elapsed(),
                            job.get("duration").getAsInt());
            int[] requests = ints(job.getAsJsonArray("requests"));
            for (int i = 0; i < requests.length; i++) {
                builder.demand(activity, resources[i], requests[i]);
            }
        }
        for (int i = 0; i < jobs.size(); i++) {
            for (int later : ints(jobs.get(i).getAsJsonObject().getAsJsonArray("successors"))) {
                builder.order(i, later - 1);
            }
        }
        return new Instance(
                object.get("name").getAsString(),
                object.get("optimum").getAsInt(),
                builder.build());
    }

    private static int[] ints(JsonArray array) {
        return array.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    }
}
