package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Data that nobody may use yet, and of which the plan does not know when, or knows too late. */
public final class DataNotReady implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.datasets().stream()
                .filter(data -> !isGranted(data))
                .flatMap(
                        data ->
                                data.lead().isEmpty()
                                        ? Stream.of(unknown(data, facts))
                                        : late(data, plan).stream());
    }

    private static boolean isGranted(Dataset data) {
        return data.access()
                .map(access -> access.value() == Dataset.Access.GRANTED)
                .orElse(data.lead().isEmpty());
    }

    private Finding unknown(Dataset data, Facts facts) {
        Uncertain<Time> usual = facts.prior("duration.access", Dimension.TIME);
        String weeks = Written.weeks(usual);
        return finding(
                data.access().map(Stated::range).orElse(data.range()),
                data.id(),
                Message.of(
                        name() + ".lead",
                        "Access to {data} is {access}, and nothing says when it comes: the plan can"
                                + " only wait {weeks}, as is usual elsewhere{users}. Ask who"
                                + " decides, and write `lead`.",
                        "data",
                        data.name(),
                        "access",
                        data.access().filter(a -> a.value() == Dataset.Access.REQUESTED).isPresent()
                                ? "requested"
                                : "not settled",
                        "weeks",
                        weeks,
                        "users",
                        waiting(data, facts.plan())),
                List.of(
                        Fix.of("Expect it in " + weeks, new Change.Set(data.id(), "lead", weeks))
                                .bringing("to do", "ask who decides, and put what they say")));
    }

    private static String waiting(Dataset data, Plan plan) {
        List<String> stages =
                plan.stages().stream()
                        .filter(stage -> stage.on().contains(data))
                        .map(Stage::name)
                        .toList();
        return stages.isEmpty() ? "" : ", and " + Wording.allOf(stages) + " with it";
    }

    private Optional<Finding> late(Dataset data, Plan plan) {
        LocalDate granted = plan.day(data.lead().orElseThrow().value().likely());
        return plan.scope()
                .budget()
                .deadline()
                .filter(deadline -> !granted.isBefore(deadline.value()))
                .map(
                        deadline ->
                                finding(
                                        data.lead().orElseThrow().range(),
                                        data.id(),
                                        Message.of(
                                                name() + ".late",
                                                "Access to {data} is likely on {granted}, and the"
                                                        + " deadline is {deadline}: nothing can be"
                                                        + " made of it in time. Ask earlier, take"
                                                        + " other data, or move the deadline.",
                                                "data",
                                                data.name(),
                                                "granted",
                                                granted.toString(),
                                                "deadline",
                                                deadline.value().toString()),
                                        List.of()));
    }
}
