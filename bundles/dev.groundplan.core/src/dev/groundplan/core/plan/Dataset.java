package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.TimePerItem;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Data that the project has or needs.
 *
 * @param unique share of the tokens left after deduplication
 * @param labelling time an example
 * @param labeller the role that labels
 */
public record Dataset(
        SubjectId id,
        String name,
        SourceRange range,
        Optional<Stated<Purpose>> purpose,
        Optional<Stated<Uncertain<Count>>> examples,
        Optional<Stated<Uncertain<Tokens>>> tokens,
        Optional<Stated<Ratio>> unique,
        Optional<Stated<Uncertain<Count>>> labelled,
        Optional<Stated<String>> quality,
        Optional<Stated<Uncertain<TimePerItem>>> labelling,
        Optional<String> labeller)
        implements Subject {}
