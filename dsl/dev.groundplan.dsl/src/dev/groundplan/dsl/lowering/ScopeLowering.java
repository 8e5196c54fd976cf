package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Breadth;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.BusinessValue;
import dev.groundplan.core.plan.Complexity;
import dev.groundplan.core.plan.Constraints;
import dev.groundplan.core.plan.Hosting;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Use;
import dev.groundplan.core.plan.Workload;
import dev.groundplan.core.units.Dimension;

/** Reads {@code scope { … }}. */
final class ScopeLowering {
    private ScopeLowering() {}

    static Scope of(Block project) {
        return project.child("Scope").map(ScopeLowering::scope).orElse(Scope.EMPTY);
    }

    private static Scope scope(Block block) {
        return new Scope(
                block.header(),
                block.stated("goal"),
                block.word("breadth", Breadth::of),
                block.words("tasks"),
                block.text("domain"),
                block.words("languages"),
                block.word("complexity", Complexity::of),
                block.words("needs"),
                block.exact("freshness", Dimension.TIME),
                block.uncertain("users", Dimension.COUNT),
                block.children("Workload").stream().map(ScopeLowering::workload).toList(),
                block.child("Service").map(ScopeLowering::service).orElse(ServiceLevels.NONE),
                block.child("Constraints").map(ScopeLowering::constraints).orElse(Constraints.NONE),
                block.child("Budget").map(ScopeLowering::budget).orElse(Budget.NONE),
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
                block.words("residency"),
                block.words("data"),
                block.word("use", Use::of),
                block.word("hosting", Hosting::of));
    }

    /** Of a project or a portfolio. */
    static Budget budget(Block block) {
        return new Budget(
                block.header(),
                block.exact("build", Dimension.MONEY),
                block.exact("run", Dimension.PRICE_PER_MONTH),
                block.statedDate("deadline"),
                block.exact("horizon", Dimension.TIME),
                block.exact("confidence", Dimension.RATIO).orElse(Budget.NONE.confidence()));
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
