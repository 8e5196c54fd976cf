package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * Work of people on a share of what the application answers.
 *
 * @param share of the answers or requests
 * @param of responses or requests, where the file says which
 * @param time for each
 * @param by the role that does it, where the file names one
 */
public record ResponseWork(
        SourceRange range,
        Stated<Uncertain<Ratio>> share,
        Optional<String> of,
        Optional<Stated<Uncertain<Time>>> time,
        Optional<Stated<String>> by) {}
