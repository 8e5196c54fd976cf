package dev.groundplan.estimators;

import dev.groundplan.core.plan.Work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The longest chain of work; names that no work has, and circles, are passed over. */
final class CriticalPath {
    private final Map<String, Work> byName = new HashMap<>();
    private final ToDoubleFunction<Work> duration;
    private final Map<String, Double> finish = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();
    private final Set<String> asking = new HashSet<>();
    private String last = "";
    private double length;

    CriticalPath(List<Work> work, ToDoubleFunction<Work> duration) {
        this.duration = duration;
        for (Work item : work) {
            byName.put(item.name(), item);
        }
        for (Work item : work) {
            double end = finish(item);
            if (end > length) {
                length = end;
                last = item.name();
            }
        }
    }

    /** In the unit of the durations. */
    double length() {
        return length;
    }

    /** Names in the order of work. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String name = last;
                !name.isEmpty() && !names.contains(name);
                name = before.getOrDefault(name, "")) {
            names.addFirst(name);
        }
        return names;
    }

    private double finish(Work work) {
        Double known = finish.get(work.name());
        if (known != null) {
            return known;
        }
        if (!asking.add(work.name())) {
            return 0;
        }
        double start = 0;
        for (String name : work.after()) {
            Work earlier = byName.get(name);
            double end = earlier == null ? 0 : finish(earlier);
            if (end > start) {
                start = end;
                before.put(work.name(), name);
            }
        }
        double end = start + duration.applyAsDouble(work);
        asking.remove(work.name());
        finish.put(work.name(), end);
        return end;
    }
}
