package dev.groundplan.workbench;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.engine.AnalysedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The numbers of a file in the order in which a person asks for them: the whole, then the parts. */
final class EstimateTree {
    private static final String WHOLE = "Whole project";
    private static final String WORK = "Work";
    private static final List<String> FIRST =
            List.of(
                    "build.cost",
                    "run.cost.month",
                    "finish",
                    "effort",
                    "chance.budget",
                    "chance.deadline",
                    "chance.run-budget");
    private static final Set<String> OF_WORK = Set.of("effort", "duration");
    private static final Map<String, String> FAMILIES =
            Map.ofEntries(
                    Map.entry("training", "Training"),
                    Map.entry("model", "Model"),
                    Map.entry("serving", "Serving"),
                    Map.entry("labelling", "Labelling"),
                    Map.entry("evaluation", "Evaluation"),
                    Map.entry("request", "Around the model"),
                    Map.entry("retrieval", "Around the model"),
                    Map.entry("flow", "Around the model"),
                    Map.entry("schedule", "Dates"),
                    Map.entry("forecast", "Simulated runs"),
                    Map.entry("cash-flow", "Cash flow"),
                    Map.entry("total", "Total and return"),
                    Map.entry("value", "Total and return"));

    /** Families of which every member has a group of its own. */
    private static final Set<String> BY_NAME =
            Set.of("Training", "Model", "Labelling", "Evaluation");

    private EstimateTree() {}

    /** A level for the project only when there are several. */
    static List<EstimateNode> of(AnalysedFile file) {
        if (file.projects().size() == 1) {
            return groups(file.projects().getFirst());
        }
        List<EstimateNode> projects = new ArrayList<>();
        for (Analysis analysis : file.projects()) {
            String name = analysis.plan().name();
            projects.add(new EstimateNode.Group(name, name, groups(analysis)));
        }
        return projects;
    }

    private static List<EstimateNode> groups(Analysis analysis) {
        Map<String, List<EstimateNode>> byGroup = new LinkedHashMap<>();
        byGroup.put(WHOLE, new ArrayList<>());
        Map<String, List<EstimateNode>> parts = new TreeMap<>();
        String project = analysis.plan().name();
        for (Estimate<?> estimate : analysis.estimates()) {
            String group = group(estimate.key().segments());
            (group.equals(WHOLE) ? byGroup : parts)
                    .computeIfAbsent(group, g -> new ArrayList<>())
                    .add(new EstimateNode.Result(project + '/' + estimate.key(), estimate));
        }
        byGroup.get(WHOLE).sort(EstimateTree::byImportance);
        byGroup.putAll(parts);
        List<EstimateNode> groups = new ArrayList<>();
        byGroup.forEach(
                (name, rows) -> {
                    if (!rows.isEmpty()) {
                        groups.add(
                                new EstimateNode.Group(
                                        project + '/' + name, name, List.copyOf(rows)));
                    }
                });
        return groups;
    }

    private static int byImportance(EstimateNode a, EstimateNode b) {
        return Integer.compare(rank(a), rank(b));
    }

    private static int rank(EstimateNode row) {
        int at = FIRST.indexOf(row.source());
        return at < 0 ? FIRST.size() : at;
    }

    /** By the documented structure of keys, such as {@code training.STAGE.flop}. */
    private static String group(List<String> key) {
        String family = FAMILIES.get(key.getFirst());
        if (family != null) {
            return key.size() > 2 && BY_NAME.contains(family) ? family + " " + key.get(1) : family;
        }
        return OF_WORK.contains(key.getFirst()) && key.size() > 1 ? WORK : WHOLE;
    }
}
