package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Actual;
import dev.groundplan.core.plan.Decision;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.Optional;

/** Reads what was decided and what has happened: {@code decision} and {@code actuals}. */
final class DecisionLowering {
    private DecisionLowering() {}

    static List<Decision> decisions(Block project) {
        return project.children("Decision").stream().map(DecisionLowering::decision).toList();
    }

    private static Decision decision(Block block) {
        return new Decision(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("options"),
                Portions.of(block, "weigh", Decision.Criterion.values()).stream()
                        .map(p -> new Decision.Weight(p.what(), p.share(), p.range()))
                        .toList(),
                block.child("Choice").map(DecisionLowering::choice),
                block.text("revisit"));
    }

    private static Decision.Choice choice(Block block) {
        return new Decision.Choice(
                block.mention("option").orElse("?"), block.text("because"), block.range());
    }

    static List<Actual> actuals(Block project) {
        return project.children("Actuals").stream()
                .flatMap(block -> block.children("Actual").stream())
                .map(DecisionLowering::actual)
                .toList();
    }

    private static Actual actual(Block block) {
        return new Actual(
                block.mention("of").orElse("?"),
                block.header(),
                block.date("started"),
                block.date("finished"),
                block.exact("effort", Dimension.EFFORT),
                block.exact("cost", Dimension.MONEY),
                block.exact("accelerator-hours", Dimension.ACCELERATOR_HOURS),
                block.exact("rounds", Dimension.COUNT),
                block.children("Score").stream().flatMap(s -> score(s).stream()).toList());
    }

    private static Optional<Actual.Score> score(Block block) {
        return block.exact("value", Dimension.RATIO)
                .map(value -> new Actual.Score(block.mention("metric").orElse("?"), value));
    }
}
