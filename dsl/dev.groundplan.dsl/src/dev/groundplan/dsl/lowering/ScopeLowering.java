package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Breadth;
import dev.groundplan.core.plan.Budget;
import dev.groundplan.core.plan.Complexity;
import dev.groundplan.core.plan.Constraints;
import dev.groundplan.core.plan.Hosting;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.ServiceLevels;
import dev.groundplan.core.plan.Stated;
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
                block.exact("users", Dimension.COUNT),
                block.children("Workload").stream().map(ScopeLowering::workload).toList(),
                block.child("Service").map(ScopeLowering::service).orElse(ServiceLevels.NONE),
                block.child("Constraints").map(ScopeLowering::constraints).orElse(Constraints.NONE),
                block.child("Budget").map(ScopeLowering::budget).orElse(Budget.NONE));
    }

    private static Workload workload(Block block) {
        return new Workload(
                block.name(),
                block.header(),
                block.profile("requests", Dimension.REQUEST_RATE),
                block.distribution("input", Dimension.TOKENS),
                block.distribution("output", Dimension.TOKENS),
                block.exact("cached", Dimension.RATIO),
                block.exact("active", Dimension.HOURS_PER_DAY),
                block.exact("growth", Dimension.GROWTH_RATE),
                block.says("kind", "batch"));
    }

    private static ServiceLevels service(Block block) {
        return new ServiceLevels(
                block.exact("first-token", Dimension.TIME),
                block.exact("per-token", Dimension.TIME),
                block.exact("availability", Dimension.RATIO));
    }

    private static Constraints constraints(Block block) {
        return new Constraints(
                block.words("residency"),
                block.words("data"),
                block.word("use", Use::of),
                block.word("hosting", Hosting::of));
    }

    private static Budget budget(Block block) {
        return new Budget(
                block.exact("build", Dimension.MONEY),
                block.exact("run", Dimension.PRICE_PER_MONTH),
                block.date("deadline").map(day -> Stated.written(day, block.rangeOf("deadline"))),
                block.exact("horizon", Dimension.TIME),
                block.exact("confidence", Dimension.RATIO).orElse(Budget.NONE.confidence()));
    }
}
