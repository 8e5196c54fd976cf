package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/** Stages that go round until a gate is passed. */
public record Iteration(
        List<String> stages,
        String until,
        Optional<Stated<Uncertain<Count>>> rounds,
        SourceRange range) {}
