package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * A public test.
 *
 * @param tasks what it tests
 * @param metric by which it is scored, as written
 * @param items questions
 * @param input tokens of a question
 * @param output tokens of an answer
 */
public record BenchmarkSpec(
        String name,
        Optional<String> label,
        SourceRange range,
        List<String> tasks,
        Optional<String> metric,
        Optional<Count> items,
        Optional<Distribution<Tokens>> input,
        Optional<Distribution<Tokens>> output,
        Source source) {}
