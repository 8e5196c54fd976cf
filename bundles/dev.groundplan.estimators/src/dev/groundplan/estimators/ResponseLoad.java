package dev.groundplan.estimators;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.plan.ResponseWork;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Effort;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people have to do a month with a share of what the application answers.
 *
 * @param property the word by which the file asks for it, {@code review} or {@code escalate}
 * @param role that does it
 * @param share of the answers
 * @param each time for one
 * @param month work of one month of 730 hours at the usual rate of requests
 */
public record ResponseLoad(
        String property,
        String role,
        SourceRange range,
        Stated<Uncertain<Ratio>> share,
        Stated<Uncertain<Time>> each,
        Uncertain<Effort> month) {
    static final String READING = "human-review";
    static final String TAKING_OVER = "take-over";

    /** Those that the operation asks for; empty when the file says nothing of the requests. */
    public static List<ResponseLoad> of(Facts facts) {
        Operation operation = facts.plan().operation();
        List<ResponseLoad> all = new ArrayList<>();
        if (facts.plan().scope().workloads().stream().anyMatch(w -> w.requests().isPresent())) {
            operation.review().ifPresent(work -> all.add(of("review", READING, work, facts)));
            operation
                    .escalate()
                    .ifPresent(work -> all.add(of("escalate", TAKING_OVER, work, facts)));
        }
        return all;
    }

    private static ResponseLoad of(String property, String kind, ResponseWork work, Facts facts) {
        Load load = Load.of(facts, Optional.empty());
        Stated<Uncertain<Time>> each = each(work, facts);
        return new ResponseLoad(
                property,
                role(work, kind, facts),
                work.range(),
                work.share(),
                each,
                Uncertain.combine(
                        List.of(load.usual().value(), work.share().value(), each.value()),
                        at -> month(at[0], load.active().value().value(), at[1], at[2])));
    }

    /** The time for one answer: as written, else as usual. */
    static Stated<Uncertain<Time>> each(ResponseWork work, Facts facts) {
        return work.time()
                .orElseGet(
                        () -> {
                            Prior usual = facts.prior("review.answer");
                            return new Stated<>(
                                    facts.prior("review.answer", Dimension.TIME), usual.origin());
                        });
    }

    /** The role that the file names; else the one that usually does such work. */
    static String role(ResponseWork work, String kind, Facts facts) {
        return work.by().map(Stated::value).orElseGet(() -> Staffing.role(kind, facts));
    }

    /**
     * @param rate requests a second while they arrive
     * @param active share of the day in which they do
     * @param each seconds for one
     */
    static Effort month(double rate, double active, double share, double each) {
        return Time.seconds(rate * active * Time.months(1).value() * share * each).worked();
    }
}
