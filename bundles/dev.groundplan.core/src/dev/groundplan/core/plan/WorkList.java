package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Work while it is found: each name once, in the order of the lifecycle. */
final class WorkList {
    private final Map<String, Work> byName = new LinkedHashMap<>();
    private final Set<String> reserved = new HashSet<>();

    /** Blocks that keep their own name as a step's; derived steps of that name get another. */
    WorkList(WorkSources sources) {
        sources.stages().forEach(stage -> reserved.add(stage.name()));
        sources.augmentation().steps().forEach(step -> reserved.add(step.name()));
    }

    /** A name that no block has. */
    String free(String wanted) {
        String name = wanted;
        for (int i = 2; reserved.contains(name) || byName.containsKey(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    /** The step's name. What the file says twice counts once; the finding is another's. */
    String add(Work work) {
        byName.putIfAbsent(work.name(), work);
        return work.name();
    }

    void replace(Work work) {
        byName.replace(work.name(), work);
    }

    Work get(String name) {
        return byName.get(name);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Makes the step wait for these too. */
    void wait(String name, List<String> longer) {
        Work work = byName.get(name);
        if (work != null) {
            byName.put(name, work.after(both(work.after(), longer)));
        }
    }

    /** Each name once. */
    static List<String> both(List<String> some, List<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    List<Work> all() {
        return new ArrayList<>(byName.values());
    }
}
