package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.ResultKey;
import dev.groundplan.core.plan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Who does how much, and how busy people and accelerators are month by month. */
public final class LoadReport implements Report<Analysis> {
    private static final String SCHEDULE = "schedule";
    private static final String LOAD = "load";

    /** Months as rows of a page; of a longer project the first ones. */
    private static final int MOST_MONTHS = 48;

    @Override
    public String title() {
        return "People and load";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        List<Block> blocks = new ArrayList<>();
        byRole(analysis).ifPresent(blocks::add);
        load(blocks, analysis);
        return blocks;
    }

    private static Optional<Table> byRole(Analysis analysis) {
        Table.Builder table =
                Table.of(
                        "Effort by role, sums of the medians",
                        "Role",
                        "#People",
                        "#Effort until release",
                        "#Cost");
        for (Estimate<?> estimate : analysis.estimates()) {
            List<String> key = estimate.key().segments();
            if (key.size() == 3 && key.subList(0, 2).equals(List.of("effort", "by-role"))) {
                String role = key.get(2);
                table.row(
                        Table.Cell.of(role),
                        Table.Cell.of(people(analysis.plan().team().role(role))),
                        Table.Cell.of(estimate.value()),
                        analysis.estimate(ResultKey.of("cost", "people", role))
                                .map(cost -> Table.Cell.of(cost.value()))
                                .orElse(Table.Cell.EMPTY));
            }
        }
        return table.isEmpty() ? Optional.empty() : Optional.of(table.build());
    }

    private static String people(Optional<Role> role) {
        if (role.isEmpty()) {
            return "none in the team: bought";
        }
        String people = role.get().people().map(p -> p.value().toString()).orElse("");
        return role.get()
                .share()
                .map(s -> people + ", " + s.value() + " of the time")
                .orElse(people);
    }

    private static void load(List<Block> blocks, Analysis analysis) {
        Map<String, Map<String, Table.Cell>> months = new TreeMap<>();
        SortedSet<String> resources = new TreeSet<>();
        for (Estimate<?> estimate : analysis.estimates()) {
            List<String> key = estimate.key().segments();
            if (key.size() == 4 && key.getFirst().equals(SCHEDULE) && key.get(1).equals(LOAD)) {
                resources.add(key.get(2));
                months.computeIfAbsent(key.get(3), m -> new TreeMap<>())
                        .put(key.get(2), Table.Cell.of(estimate.value()));
            }
        }
        if (resources.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("Month"));
        resources.forEach(resource -> columns.add("#" + resource));
        Table.Builder table =
                Table.of("Working time taken, at medians", columns.toArray(String[]::new));
        table.row(row("whole time", resources, resource -> whole(analysis, resource)));
        months.entrySet().stream()
                .limit(MOST_MONTHS)
                .forEach(
                        month ->
                                table.row(
                                        row(
                                                month.getKey(),
                                                resources,
                                                resource ->
                                                        month.getValue()
                                                                .getOrDefault(
                                                                        resource,
                                                                        Table.Cell.EMPTY))));
        String more =
                months.size() > MOST_MONTHS
                        ? " The first " + MOST_MONTHS + " months of " + months.size() + "."
                        : "";
        blocks.add(table.build());
        blocks.add(
                Prose.of(
                        "At 100 % nobody of a role is free. The first row counts from its first"
                                + " to its last work; accelerators are counted day and night."
                                + more));
    }

    private static Table.Cell[] row(
            String first, SortedSet<String> resources, Function<String, Table.Cell> load) {
        List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(first)));
        resources.forEach(resource -> cells.add(load.apply(resource)));
        return cells.toArray(Table.Cell[]::new);
    }

    private static Table.Cell whole(Analysis analysis, String resource) {
        return analysis.estimate(ResultKey.of(SCHEDULE, LOAD, resource))
                .map(estimate -> Table.Cell.of(estimate.value()))
                .orElse(Table.Cell.EMPTY);
    }
}
