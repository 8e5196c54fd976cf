package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Input;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where every number comes from: the formula of each result, and the sources they rest on. */
public final class Sources implements Report<Analysis> {
    private static final Comparator<Source> BEST_KNOWN_FIRST =
            Comparator.comparing(Source::isUnknown)
                    .thenComparing(Source::confidence)
                    .thenComparing(Source::text)
                    .thenComparing(source -> source.asOf().map(Object::toString).orElse(""))
                    .thenComparing(Source::layer);

    @Override
    public String title() {
        return "Source of every number";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        if (analysis.estimates().isEmpty()) {
            return List.of();
        }
        Map<Source, Integer> numbers = new HashMap<>();
        TreeMap<Source, SortedSet<String>> uses = new TreeMap<>(BEST_KNOWN_FIRST);
        for (Estimate<?> estimate : analysis.estimates()) {
            estimate.derivation().allInputs().forEach(input -> collect(input, uses));
        }
        for (Source source : uses.keySet()) {
            numbers.put(source, numbers.size() + 1);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(results(analysis, numbers));
        if (!uses.isEmpty()) {
            blocks.add(sources(uses, numbers));
        }
        return blocks;
    }

    private static void collect(Input input, Map<Source, SortedSet<String>> uses) {
        switch (input.origin()) {
            case Origin.FromCatalogue entry ->
                    uses.computeIfAbsent(entry.source(), s -> new TreeSet<>()).add(entry.entry());
            case Origin.Assumed(var reason, var source) ->
                    uses.computeIfAbsent(source, s -> new TreeSet<>()).add(input.meaning());
            case Origin.Written written -> {}
            case Origin.Computed computed -> {}
        }
    }

    /** Shares of results that are listed, and what the sections on the schedule list by step. */
    private static boolean isShownApart(List<String> key) {
        return switch (key.getFirst()) {
            case "cash-flow" -> true;
            case "schedule", "forecast" -> key.size() > 2;
            default -> false;
        };
    }

    private static Table results(Analysis analysis, Map<Source, Integer> numbers) {
        Table.Builder table = Table.of("Results", "Number", "Key", "#Value", "Formula", "Sources");
        for (Estimate<?> estimate : analysis.estimates()) {
            if (isShownApart(estimate.key().segments())) {
                continue;
            }
            SortedSet<Integer> cited = new TreeSet<>();
            boolean[] written = new boolean[1];
            estimate.derivation()
                    .allInputs()
                    .forEach(
                            input -> {
                                written[0] |= input.origin() instanceof Origin.Written;
                                Origins.source(input.origin())
                                        .ifPresent(source -> cited.add(numbers.get(source)));
                            });
            List<String> rests = new ArrayList<>();
            if (written[0]) {
                rests.add("the file");
            }
            cited.forEach(number -> rests.add("S" + number));
            table.row(
                    Table.Cell.of(IntegrateReport.capital(estimate.title())),
                    Table.Cell.of(estimate.key().toString()),
                    Table.Cell.of(estimate.value()),
                    Table.Cell.of(estimate.derivation().formula()),
                    Table.Cell.of(String.join(", ", rests)));
        }
        return table.build();
    }

    private static Table sources(
            Map<Source, SortedSet<String>> uses, Map<Source, Integer> numbers) {
        Table.Builder table = Table.of("Sources", "No.", "Source", "As of", "Confidence", "Says");
        uses.forEach(
                (source, entries) ->
                        table.row(
                                "S" + numbers.get(source),
                                (source.isUnknown() ? "unknown: nobody read one" : source.text())
                                        + layer(source),
                                source.asOf().map(Object::toString).orElse(""),
                                source.confidence().word(),
                                String.join(", ", entries)));
        return table.build();
    }

    private static String layer(Source source) {
        String layer = source.layer().phrase();
        return layer.isEmpty() ? "" : " (" + layer + ")";
    }
}
