package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.ServingMemoryEstimation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The ways in which a project as a whole can be made cheaper or faster. */
final class PlanVariants {
    /** More people than three times as many are another team. */
    private static final int MOST_TIMES = 3;

    private PlanVariants() {}

    /** Fewer rounds at the most: as many as are likely, or one. */
    static Stream<PlanVariant> fewerRounds(Plan plan) {
        return plan.iterations().stream()
                .filter(iteration -> iteration.rounds().filter(Stated::isWritten).isPresent())
                .flatMap(
                        iteration ->
                                Stream.of(likely(iteration), 1L)
                                        .distinct()
                                        .filter(n -> n < rounds(iteration).high().value())
                                        .map(n -> atMost(n, iteration, plan)));
    }

    private static Uncertain<Count> rounds(Iteration iteration) {
        return iteration.rounds().orElseThrow().value();
    }

    private static long likely(Iteration iteration) {
        return Math.max(1, (long) Math.floor(rounds(iteration).likely().value()));
    }

    private static PlanVariant atMost(long most, Iteration iteration, Plan plan) {
        Count last = Count.of(most);
        Count least = rounds(iteration).low().min(last);
        Stated<Uncertain<Count>> fewer =
                Stated.written(Uncertain.of(least, last, last), iteration.range());
        Iteration capped =
                new Iteration(
                        iteration.stages(),
                        iteration.until(),
                        Optional.of(fewer),
                        iteration.range());
        List<Iteration> all = new ArrayList<>(plan.iterations());
        all.replaceAll(other -> other == iteration ? capped : other);
        String text =
                least.compareTo(last) == 0
                        ? last.toString()
                        : Written.count(least.value()) + ".." + most + ".." + most;
        return PlanVariant.of(
                "Stop after " + (most == 1 ? "one round" : most + " rounds"),
                plan.withIterations(all),
                new Change.Replace(
                        plan.id().child("alignment"),
                        iteration.rounds().orElseThrow().range(),
                        text));
    }

    /** More people of a role. */
    static Stream<PlanVariant> morePeople(Role role, Plan plan) {
        long now = role.people().map(people -> people.value().toLong()).orElse(1L);
        return LongStream.rangeClosed(now + 1, now * MOST_TIMES)
                .mapToObj(people -> with(role, people, plan));
    }

    private static PlanVariant with(Role role, long people, Plan plan) {
        List<Role> roles = new ArrayList<>(plan.team().roles());
        Role more =
                new Role(
                        role.id(),
                        role.name(),
                        role.label(),
                        role.range(),
                        Optional.of(Stated.written(Count.of(people), role.range())),
                        role.rate(),
                        role.expertise(),
                        role.share());
        roles.replaceAll(other -> other == role ? more : other);
        return PlanVariant.of(
                "Take " + people + " of " + role.name(),
                plan.with(plan.team().with(roles)),
                new Change.Set(role.id(), "people", Long.toString(people)));
    }

    /** Deployments done another way, one at a time. */
    static Stream<PlanVariant> otherServing(Facts facts) {
        return facts.plan().servings().stream()
                .flatMap(
                        serving ->
                                facts.get(ServingMemoryEstimation.class, serving).stream()
                                        .flatMap(
                                                m -> ServingVariants.of(serving, m, facts).stream())
                                        .map(variant -> with(serving, variant, facts.plan())));
    }

    private static PlanVariant with(Serving serving, ServingVariant variant, Plan plan) {
        List<Serving> all = new ArrayList<>(plan.servings());
        all.replaceAll(other -> other == serving ? variant.serving() : other);
        return new PlanVariant(variant.title(), plan.withServings(all), variant.changes());
    }

    /** Other hosted models in place of those that were chosen, cheapest first, one at a time. */
    static Stream<PlanVariant> otherEndpoints(Plan plan) {
        return plan.models().stream()
                .filter(choice -> choice.model().isPresent())
                .filter(choice -> choice.model().get().value() instanceof EndpointSpec)
                .flatMap(choice -> otherEndpoints(choice, plan));
    }

    private static Stream<PlanVariant> otherEndpoints(ModelChoice choice, Plan plan) {
        EndpointSpec now = (EndpointSpec) choice.model().orElseThrow().value();
        return OtherModels.like(now, plan, other -> true).stream()
                .map(other -> with(choice, other, plan));
    }

    private static PlanVariant with(ModelChoice choice, EndpointSpec endpoint, Plan plan) {
        Servable model = endpoint;
        ModelChoice cheaper =
                new ModelChoice(
                        choice.id(),
                        choice.name(),
                        choice.range(),
                        choice.model().map(now -> new Stated<>(model, now.origin())),
                        choice.because(),
                        choice.candidates(),
                        choice.rejected(),
                        choice.share(),
                        choice.fallback());
        List<ModelChoice> all = new ArrayList<>(plan.models());
        all.replaceAll(other -> other == choice ? cheaper : other);
        return PlanVariant.of(
                "Use " + endpoint.name(),
                plan.withModels(all),
                new Change.Set(choice.id(), "existing", endpoint.name()));
    }
}
