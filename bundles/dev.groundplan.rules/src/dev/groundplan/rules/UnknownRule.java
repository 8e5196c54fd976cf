package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.analysis.Similar;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SeverityChange;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Waiver;
import java.util.List;
import java.util.stream.Stream;

/** A waiver or a change of severity that names neither a rule nor a policy. */
public final class UnknownRule implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return Stream.concat(
                plan.waivers().stream()
                        .filter(waiver -> !isKnown(waiver.rule(), plan))
                        .map(waiver -> finding(waiver, plan)),
                plan.severities().stream()
                        .filter(change -> !isKnown(change.rule(), plan))
                        .map(change -> finding(change, plan)));
    }

    static boolean isKnown(String name, Plan plan) {
        return names(plan).contains(name);
    }

    /** Those of the rules, and of the policies in sight. */
    private static List<String> names(Plan plan) {
        return Stream.concat(
                        Rules.all().stream().map(Rule::name),
                        plan.catalogue().policies().keySet().stream())
                .toList();
    }

    private Finding finding(Waiver waiver, Plan plan) {
        List<String> similar = Similar.to(waiver.rule(), names(plan));
        return finding(
                waiver.place(),
                waiver.rule(),
                similar,
                plan,
                Misreadings.replacing(plan.id(), waiver.place(), similar));
    }

    private Finding finding(SeverityChange change, Plan plan) {
        List<String> similar = Similar.to(change.rule(), names(plan));
        List<Fix> fixes =
                similar.stream()
                        .map(name -> "severity " + name + " " + change.level())
                        .map(
                                text ->
                                        Fix.of(
                                                "Write `" + text + "`",
                                                new Change.Replace(
                                                        plan.id(), change.range(), text)))
                        .toList();
        return finding(change.range(), change.rule(), similar, plan, fixes);
    }

    private Finding finding(
            SourceRange range, String written, List<String> similar, Plan plan, List<Fix> fixes) {
        return finding(
                range,
                plan.id(),
                Message.of(
                        name(),
                        "No rule and no policy is named {written}.{similar}",
                        "written",
                        written,
                        "similar",
                        Wording.didYouMean(similar)),
                fixes);
    }
}
