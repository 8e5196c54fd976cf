package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.HumanReview;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the project will know that it is good enough. */
public final class EvaluationPlan implements Report<Analysis> {
    @Override
    public String title() {
        return "Evaluation plan";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Evaluation evaluation = analysis.plan().evaluation();
        List<Block> blocks = new ArrayList<>();
        if (evaluation.gates().isEmpty()) {
            blocks.add(
                    Prose.of(
                            "The file has no gate: nothing says when the result is good enough, so"
                                    + " nobody can say when the project is done."));
        } else {
            blocks.add(gates(evaluation));
        }
        if (!evaluation.benchmarks().isEmpty()) {
            blocks.add(Prose.of("Benchmarks: " + benchmarks(evaluation) + "."));
        }
        evaluation.human().ifPresent(human -> blocks.add(Prose.of(sentence(human))));
        FigureTable.of(analysis, "What the examples can show", "evaluation").ifPresent(blocks::add);
        FigureTable.of(analysis, "Labelling", "labelling").ifPresent(blocks::add);
        return blocks;
    }

    private static String benchmarks(Evaluation evaluation) {
        return evaluation.benchmarks().stream()
                .map(
                        run ->
                                run.benchmark()
                                        + run.floor()
                                                .map(floor -> " (at least " + floor.value() + ")")
                                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String sentence(HumanReview human) {
        String samples =
                human.samples()
                        .map(n -> Figures.interval(n.value()))
                        .orElse("an unstated number of");
        String time =
                human.time()
                        .map(
                                t ->
                                        ", "
                                                + Figures.interval(t.value())
                                                        .replace(" per item", "")
                                                + " each")
                        .orElse("");
        String by = human.by().map(role -> ", by " + role).orElse("");
        return "People read " + samples + " answers each round" + time + by + ".";
    }

    private static Table gates(Evaluation evaluation) {
        Table.Builder table =
                Table.of(
                        "",
                        "Gate",
                        "Checks",
                        "Metric",
                        "On",
                        "#Examples",
                        "#Now",
                        "#Target",
                        "Judge");
        for (Gate gate : evaluation.gates()) {
            String checks =
                    gate.of().isEmpty()
                            ? "every stage and the result"
                            : String.join(", ", gate.of());
            if (gate.measurements().isEmpty()) {
                table.row(
                        Table.Cell.of(gate.name(), gate.range()),
                        Table.Cell.of(checks),
                        Table.Cell.of("no metric"),
                        Table.Cell.EMPTY,
                        Table.Cell.EMPTY,
                        Table.Cell.EMPTY,
                        Table.Cell.EMPTY,
                        Table.Cell.EMPTY);
            }
            for (Measurement measurement : gate.measurements()) {
                table.row(
                        Table.Cell.of(gate.name(), gate.range()),
                        Table.Cell.of(checks),
                        Table.Cell.of(measurement.metric(), measurement.range()),
                        Table.Cell.of(measurement.on().map(Dataset::name).orElse("")),
                        measurement
                                .on()
                                .flatMap(Dataset::examples)
                                .map(examples -> Table.Cell.of(examples.value()))
                                .orElse(Table.Cell.EMPTY),
                        share(measurement.now()),
                        share(measurement.target()),
                        Table.Cell.of(measurement.judge().map(Servable::name).orElse("")));
            }
        }
        return table.build();
    }

    private static Table.Cell share(Optional<Stated<Ratio>> share) {
        return share.map(s -> Table.Cell.exactly(s.value())).orElse(Table.Cell.EMPTY);
    }
}
