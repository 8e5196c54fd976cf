package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Unplanned;
import dev.groundplan.core.units.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serving: what it runs on, whether it fits, how fast it answers, what it costs. */
public final class IntegrateReport implements Report<Analysis> {
    /** Key of an estimate to the service level that it has to keep. */
    private static final Map<String, String> LEVELS =
            Map.of("first-token", "first", "per-token", "each");

    /** What the memory of a replica is made of. */
    private static final List<String> PARTS_OF_MEMORY =
            List.of("weights", "kv", "overhead", "total");

    @Override
    public String title() {
        return "Optimise and integrate";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Plan plan = analysis.plan();
        List<Block> blocks = new ArrayList<>();
        if (plan.servings().isEmpty()) {
            blocks.add(
                    Prose.of(
                            "The file describes no deployment, so serving is neither sized nor"
                                    + " priced."));
        }
        for (Serving serving : plan.servings()) {
            blocks.add(setUp(serving, plan.servings().size() > 1));
        }
        Table sizing = sizing(analysis);
        if (!sizing.rows().isEmpty()) {
            blocks.add(sizing);
        }
        memory(analysis).ifPresent(blocks::add);
        for (CompressionStage stage : plan.stages(CompressionStage.class)) {
            FigureTable.of(
                            analysis,
                            capital(AdaptAndAlign.kind(stage)) + ": computing and quality",
                            "training",
                            stage.name())
                    .ifPresent(blocks::add);
        }
        if (!plan.unplanned().isEmpty()) {
            List<String> names = new ArrayList<>();
            for (Unplanned block : plan.unplanned()) {
                names.add(name(block) + " (" + block.range() + ")");
            }
            blocks.add(
                    Prose.list(
                            "Read and understood, but their share of the numbers is not computed"
                                    + " yet:",
                            names));
        }
        return blocks;
    }

    private static String name(Unplanned block) {
        boolean unnamed = block.name().isEmpty() || block.name().equals(block.keyword());
        return block.keyword() + (unnamed ? "" : " " + block.name());
    }

    private static Table setUp(Serving serving, boolean several) {
        Table.Builder table = Table.of(several ? serving.name() : "", "Set-up", "Value");
        serving.model()
                .flatMap(choice -> choice.model())
                .ifPresent(model -> row(table, "Model", model.value().name(), model.range()));
        serving.hardware()
                .ifPresent(
                        hardware ->
                                row(
                                        table,
                                        "Hardware of a replica",
                                        AdaptAndAlign.text(hardware),
                                        hardware.range()));
        for (CompressionStage step : serving.compression()) {
            row(table, capital(AdaptAndAlign.kind(step)), scheme(step), step.range());
        }
        serving.engine().ifPresent(engine -> row(table, "Engine", engine, serving.range()));
        serving.batch()
                .ifPresent(
                        batch ->
                                row(
                                        table,
                                        "Requests in flight at most",
                                        batch.value().toString(),
                                        batch.range()));
        serving.context()
                .ifPresent(
                        context ->
                                row(
                                        table,
                                        "Longest request",
                                        context.value().toString(),
                                        context.range()));
        serving.replicas()
                .ifPresent(
                        replicas ->
                                row(
                                        table,
                                        "Replicas",
                                        Figures.bounds(replicas.value()),
                                        replicas.range()));
        serving.region().ifPresent(region -> row(table, "Region", region.name(), serving.range()));
        return table.build();
    }

    private static Table sizing(Analysis analysis) {
        Table.Builder table =
                Table.of("Fit and sizing", "What", "#Median", "#80 % interval", "Promised");
        List<Estimate<?>> ordered = new ArrayList<>(analysis.estimates());
        ordered.sort(ReadingOrder.COMPARATOR);
        for (Estimate<?> estimate : ordered) {
            List<String> key = estimate.key().segments();
            if (key.getFirst().equals("serving")) {
                table.row(
                        Table.Cell.of(capital(estimate.title())),
                        FigureTable.likely(estimate),
                        FigureTable.range(estimate),
                        Table.Cell.of(promised(analysis, key.getLast())));
            }
        }
        return table.build();
    }

    private static String promised(Analysis analysis, String figure) {
        ServiceLevels service = analysis.plan().scope().service();
        Optional<String> level =
                switch (LEVELS.getOrDefault(figure, "")) {
                    case "first" -> service.firstToken().map(t -> t.value().toString());
                    case "each" -> service.perToken().map(t -> t.value().toString());
                    default -> Optional.empty();
                };
        return level.map(limit -> "at most " + limit).orElse("");
    }

    /** Where the memory of a replica goes. */
    private static Optional<Block> memory(Analysis analysis) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (String part : PARTS_OF_MEMORY) {
            for (Estimate<?> estimate : analysis.estimates()) {
                List<String> key = estimate.key().segments();
                boolean isPart = key.getFirst().equals("serving") && key.getLast().equals(part);
                if (isPart && estimate.value().likely() instanceof Bytes) {
                    String label = capital(estimate.title());
                    bars.add(new Chart.Bar(label, estimate.value(), SourceRange.NOWHERE));
                }
            }
        }
        return bars.size() < 2
                ? Optional.empty()
                : Optional.of(new Chart("Where the memory of a replica goes", "Memory", bars));
    }

    private static String scheme(CompressionStage step) {
        List<String> parts = new ArrayList<>();
        step.scheme().ifPresent(parts::add);
        step.bits().ifPresent(bits -> parts.add(bits + " bits"));
        step.group().ifPresent(group -> parts.add("groups of " + group));
        step.into().ifPresent(student -> parts.add("into " + student.name()));
        step.on().forEach(data -> parts.add("on " + data.name()));
        return String.join(", ", parts);
    }

    private static void row(Table.Builder table, String what, String value, SourceRange place) {
        table.row(Table.Cell.of(what), Table.Cell.of(value, place));
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
