package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Breadth;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.BusinessValue;
import dev.groundplan.core.plan.Complexity;
import dev.groundplan.core.plan.Constraints;
import dev.groundplan.core.plan.Hosting;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Use;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import java.util.Optional;

/** Reads {@code scope { … }}. */
final class ScopeLowering {
    private ScopeLowering() {}

    /**
     * @param confidence of a budget that names none, where the root sets one
     */
    static Scope of(Block project, Optional<Stated<Ratio>> confidence) {
        return project.child("Scope").map(scope -> scope(scope, confidence)).orElse(Scope.EMPTY);
    }

    private static Scope scope(Block block, Optional<Stated<Ratio>> confidence) {
        return new Scope(
                block.header(),
                block.stated("goal"),
                block.word("breadth", Breadth::of),
                block.statedWords("tasks"),
                block.text("domain"),
                block.statedWords("languages"),
                block.word("complexity", Complexity::of),
                block.statedWords("needs"),
                block.exact("freshness", Dimension.TIME),
                block.uncertain("users", Dimension.COUNT),
                block.children("Workload").stream().map(ScopeLowering::workload).toList(),
                block.child("Service").map(ScopeLowering::service).orElse(ServiceLevels.NONE),
                block.child("Constraints").map(ScopeLowering::constraints).orElse(Constraints.NONE),
                block.child("Budget").map(budget -> budget(budget, confidence)).orElse(Budget.NONE),
                block.child("BusinessValue").map(ScopeLowering::value));
    }

    private static Workload workload(Block block) {
        return new Workload(
                block.id(),
                block.name(),
                block.header(),
                block.profile("requests", Dimension.REQUEST_RATE),
                block.distribution("input", Dimension.TOKENS),
                block.distribution("output", Dimension.TOKENS),
                block.uncertain("cached", Dimension.RATIO),
                block.distribution("reasoning", Dimension.TOKENS),
                block.uncertain("images", Dimension.ITEMS_PER_REQUEST),
                block.distribution("turns", Dimension.COUNT),
                block.uncertain("growth", Dimension.GROWTH_RATE),
                block.exact("active", Dimension.HOURS_PER_DAY),
                block.says("kind", "batch"));
    }

    private static ServiceLevels service(Block block) {
        return new ServiceLevels(
                block.header(),
                block.exact("first-token", Dimension.TIME),
                block.exact("per-token", Dimension.TIME),
                block.exact("availability", Dimension.RATIO));
    }

    private static Constraints constraints(Block block) {
        return new Constraints(
                block.header(),
                block.statedWords("residency"),
                block.statedWords("data"),
                block.word("use", Use::of),
                block.word("hosting", Hosting::of));
    }

    /** Of a portfolio. */
    static Budget budget(Block block) {
        return budget(block, Optional.empty());
    }

    private static Budget budget(Block block, Optional<Stated<Ratio>> confidence) {
        return new Budget(
                block.header(),
                block.exact("build", Dimension.MONEY),
                block.exact("run", Dimension.PRICE_PER_MONTH),
                block.statedDate("deadline"),
                block.exact("horizon", Dimension.TIME),
                block.exact("confidence", Dimension.RATIO)
                        .or(() -> confidence)
                        .orElse(Budget.NONE.confidence()));
    }

    private static BusinessValue value(Block block) {
        return new BusinessValue(
                block.header(),
                block.text("transaction"),
                block.uncertain("volume", Dimension.REQUEST_RATE),
                block.uncertain("share", Dimension.RATIO),
                block.uncertain("saves", Dimension.MONEY));
    }
}
