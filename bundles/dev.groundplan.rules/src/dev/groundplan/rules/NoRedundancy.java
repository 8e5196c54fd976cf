package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import java.util.List;
import java.util.stream.Stream;

/** A promise of availability that one machine alone has to keep. */
public final class NoRedundancy implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Ratio alone = facts.prior("practice.single-availability", Dimension.RATIO).likely();
        return facts.plan().scope().service().availability().stream()
                .filter(promised -> promised.value().compareTo(alone) >= 0)
                .flatMap(
                        promised ->
                                facts.plan().servings().stream()
                                        .flatMap(
                                                serving ->
                                                        serving.replicas().stream()
                                                                .filter(Stated::isWritten)
                                                                .filter(r -> mayBeOne(r.value()))
                                                                .map(
                                                                        r ->
                                                                                finding(
                                                                                        serving,
                                                                                        r,
                                                                                        promised
                                                                                                .value()))));
    }

    private static boolean mayBeOne(Bounds<Count> bounds) {
        return bounds.least().value() < 2;
    }

    private Finding finding(Serving serving, Stated<Bounds<Count>> replicas, Ratio promised) {
        long most = Math.max(2, replicas.value().most().toLong());
        String text = most == 2 ? "2" : "2.." + most;
        return finding(
                replicas.range(),
                serving.id(),
                Message.of(
                        name(),
                        "{promised} availability leaves {down} minutes a month, and with one"
                                + " replica each failure, update and restart takes of them. Two at"
                                + " least would go on serving.",
                        "promised",
                        promised.toString(),
                        "down",
                        Written.decimal(
                                Math.max(0, 1 - promised.value()) * Time.months(1).value() / 60)),
                List.of(
                        Fix.of(
                                "Keep two replicas at least",
                                new Change.Set(serving.id(), "replicas", text))));
    }
}
