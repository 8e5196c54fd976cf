package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Money is asked for, and nothing that could go wrong is named. */
public final class NoRiskRegister implements Rule {
    private static final int MOST_OFFERED = 3;

    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return !Brief.asksForMoney(plan) || !plan.risks().isEmpty()
                ? Stream.empty()
                : Stream.of(finding(plan));
    }

    private Finding finding(Plan plan) {
        List<String> risks = risks(plan).limit(MOST_OFFERED).toList();
        return finding(
                plan.range(),
                plan.id(),
                Message.of(
                        name(),
                        "The plan names no risk: its figures are those of a project in which"
                                + " nothing happens. This file alone suggests {count} that could. Name"
                                + " what may happen, how likely, what it costs, and who watches it.",
                        "count",
                        Integer.toString(risks.size())),
                List.of(
                        new Fix(
                                        "Begin a register",
                                        risks.stream()
                                                .map(
                                                        risk ->
                                                                (Change)
                                                                        new Change.Insert(
                                                                                plan.id()
                                                                                        .child(
                                                                                                "risks"),
                                                                                risk))
                                                .toList())
                                .bringing("to do", "say how likely each is, and what it does")));
    }

    /** What this file itself makes likely, the most common first. */
    private static Stream<String> risks(Plan plan) {
        Stream<String> data =
                plan.datasets().stream()
                        .filter(d -> d.lead().isPresent() || d.access().isPresent())
                        .map(
                                d ->
                                        risk(
                                                "late-" + d.name(),
                                                "Access to " + d.name() + " comes later"));
        Stream<String> labels =
                plan.datasets().stream()
                        .filter(d -> d.labelling().isPresent())
                        .map(
                                d ->
                                        risk(
                                                "labels-" + d.name(),
                                                "Labels of "
                                                        + d.name()
                                                        + " are noisier than hoped"));
        Stream<String> gates =
                plan.evaluation().gates().stream()
                        .map(
                                g ->
                                        risk(
                                                "missed-" + g.name(),
                                                "More rounds than planned until " + g.name()));
        Stream<String> endpoints =
                ModelMention.chosen(plan)
                        .filter(mention -> mention.model() instanceof EndpointSpec)
                        .map(
                                mention ->
                                        risk(
                                                "provider",
                                                mention.model().name()
                                                        + " changes its price or its answers"));
        Stream<String> always = Stream.of(risk("adoption", "Fewer people use it than hoped"));
        return Stream.of(data, labels, gates, endpoints, always).flatMap(Function.identity());
    }

    private static String risk(String name, String label) {
        return "risk " + name + " \"" + label + "\" { }";
    }
}
