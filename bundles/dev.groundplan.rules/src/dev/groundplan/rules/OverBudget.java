package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Promise;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Figure;
import dev.groundplan.core.units.Monetary;
import dev.groundplan.core.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Words and ways out where a budget does not suffice, to build or to run.
 *
 * @param property of the budget
 */
record OverBudget<Q extends Quantity<Q> & Monetary<Q>>(
        Plan plan, Promise<Q> promise, String property) {
    /**
     * A way that keeps the budget.
     *
     * @param cost for the order of the ways and for people
     */
    record Way<Q extends Quantity<Q>>(PlanVariant variant, Q cost) {}

    static SubjectId subject(Plan plan) {
        return plan.id().child("scope").child("budget");
    }

    /**
     * @param what as the subject of a sentence
     * @param reasons a sentence with a space before it, or nothing
     */
    Message message(String rule, String what, String reasons) {
        return Message.of(
                rule,
                what
                        + " is likely to cost {likely}, and {needed} at {confidence}; the budget is"
                        + " {cap}, which suffices with a chance of {chance}.{reasons}",
                "likely",
                Figure.of(promise.range().likely()),
                "needed",
                Figure.of(promise.needed()),
                "confidence",
                promise.confidence().toString(),
                "cap",
                Figure.of(promise.limit().orElseThrow()),
                "chance",
                promise.chanceText(),
                "reasons",
                reasons);
    }

    /**
     * What does alone, cheapest first; else more money.
     *
     * @param way empty of one that does not keep the budget
     * @param sound whether it breaks nothing else
     * @param most how many of them
     * @param more the title of the last way out, before the sum
     */
    List<Fix> fixes(
            Stream<PlanVariant> variants,
            Function<PlanVariant, Stream<Way<Q>>> way,
            Predicate<PlanVariant> sound,
            long most,
            String more) {
        List<Fix> fixes = new ArrayList<>();
        variants.flatMap(way)
                .sorted(Comparator.comparing(Way::cost))
                .filter(w -> sound.test(w.variant()))
                .limit(most)
                .map(w -> w.variant().fix().bringing("cost", Figure.of(w.cost())))
                .forEach(fixes::add);
        String enough = Written.money(promise.needed());
        fixes.add(
                Fix.of(more + enough, new Change.Set(subject(plan), property, enough))
                        .bringing("chance", promise.confidence().toString()));
        return fixes;
    }
}
