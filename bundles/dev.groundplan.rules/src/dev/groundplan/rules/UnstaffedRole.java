package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.ResponseWork;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A role of the team that has nobody, or none of whose time the project has. A name that no role
 * has is an unresolved one.
 */
public final class UnstaffedRole implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.team().roles().stream().flatMap(role -> findings(role, plan).stream());
    }

    private List<Finding> findings(Role role, Plan plan) {
        return Stream.concat(
                        role.people().filter(p -> p.value().value() <= 0).stream()
                                .map(p -> finding(role, p, "nobody", plan)),
                        role.share().filter(s -> s.value().value() <= 0).stream()
                                .map(s -> finding(role, s, "none of its time", plan)))
                .toList();
    }

    private Finding finding(Role role, Stated<?> nothing, String has, Plan plan) {
        List<String> asks = asks(role, plan);
        return finding(
                nothing.range(),
                role.id(),
                Message.of(
                        name(),
                        "The project has {has} of the role {role}{work}. Give it people and a share"
                                + " of their time, or take the role away, so that another does its"
                                + " work or it is bought.",
                        "has",
                        has,
                        "role",
                        role.name(),
                        "work",
                        asks.isEmpty() ? "" : ", which is to do " + Wording.allOf(asks)),
                List.of());
    }

    /** What the file wants it to do. */
    private static List<String> asks(Role role, Plan plan) {
        List<String> asks = new ArrayList<>();
        plan.work().stream()
                .filter(work -> work.by().filter(by -> by.value().equals(role.name())).isPresent())
                .map(Work::name)
                .forEach(asks::add);
        Operation operation = plan.operation();
        names(asks, "support", operation.support().flatMap(Labour::by), role);
        names(asks, "the review", operation.review().flatMap(ResponseWork::by), role);
        names(asks, "what is escalated", operation.escalate().flatMap(ResponseWork::by), role);
        return asks;
    }

    private static void names(
            List<String> asks, String what, Optional<Stated<String>> by, Role role) {
        by.filter(name -> name.value().equals(role.name())).ifPresent(name -> asks.add(what));
    }
}
