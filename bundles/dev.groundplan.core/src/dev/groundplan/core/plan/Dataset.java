package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.TimePerItem;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;

/**
 * Data that the project has or needs.
 *
 * @param unique share of the tokens left after deduplication
 * @param labelling time an example
 * @param labeller the role that labels
 * @param cleaning what is done to it before use
 * @param access whether it may be used yet; left out, it may
 * @param lead calendar time until access
 * @param contains what needs protection
 * @param licence it comes under, as far as the catalogue knows it
 * @param refresh how often it is renewed, in calendar time
 * @param retention how long it is kept, in calendar time
 */
public record Dataset(
        SubjectId id,
        String name,
        Optional<String> label,
        SourceRange range,
        Optional<Stated<Purpose>> purpose,
        Optional<Stated<Uncertain<Count>>> examples,
        Optional<Stated<Uncertain<Tokens>>> tokens,
        Optional<Stated<Uncertain<Ratio>>> unique,
        Optional<Stated<Uncertain<Count>>> labelled,
        Optional<Stated<String>> quality,
        Optional<Stated<Uncertain<TimePerItem>>> labelling,
        Optional<String> labeller,
        List<String> cleaning,
        Optional<Stated<Access>> access,
        Optional<Stated<Uncertain<Time>>> lead,
        List<String> contains,
        List<String> protection,
        Optional<LicenceTerms> licence,
        Optional<Stated<Time>> refresh,
        Optional<Stated<Time>> retention,
        Source source)
        implements Subject {
    /** Whether the data may be used yet. */
    public enum Access {
        GRANTED,
        REQUESTED,
        UNKNOWN
    }
}
