package dev.groundplan.core.plan;

import java.util.List;

/** Costs that no other block tells. */
public record Costs(SourceRange range, List<Cost> costs, List<Contract> contracts) {
    public static final Costs NONE = new Costs(SourceRange.NOWHERE, List.of(), List.of());
}
