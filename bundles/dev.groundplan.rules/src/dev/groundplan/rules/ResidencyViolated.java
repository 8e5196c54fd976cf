package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Hosting;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Data that leaves the regions, or the house, in which it has to stay. */
public final class ResidencyViolated implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        Stream<Finding> models =
                ModelMention.seeing(plan)
                        .flatMap(
                                mention ->
                                        mention.model() instanceof EndpointSpec endpoint
                                                ? hosted(mention, endpoint, plan).stream()
                                                : Stream.empty());
        Stream<Finding> regions =
                plan.servings().stream().flatMap(serving -> region(serving, plan).stream());
        return Stream.concat(models, regions);
    }

    private Optional<Finding> hosted(ModelMention mention, EndpointSpec endpoint, Plan plan) {
        if (isSelfHosted(plan)) {
            return Optional.of(
                    finding(
                            mention,
                            Message.of(
                                    name() + ".hosting",
                                    "{model} is hosted by its provider; the project is to host"
                                            + " itself{data}.",
                                    "model",
                                    endpoint.name(),
                                    "data",
                                    handled(plan)),
                            plan));
        }
        List<String> wanted = Stated.values(plan.scope().constraints().residency());
        if (wanted.isEmpty() || endpoint.residency().stream().anyMatch(wanted::contains)) {
            return Optional.empty();
        }
        Finding finding =
                finding(
                        mention,
                        Message.of(
                                name() + ".endpoint",
                                "{model} keeps data in {where}; the project's data must stay in"
                                        + " {wanted}.",
                                "model",
                                endpoint.name(),
                                "where",
                                endpoint.residency().isEmpty()
                                        ? "no region that the catalogue knows"
                                        : Wording.allOf(endpoint.residency()),
                                "wanted",
                                Wording.anyOf(wanted)),
                        plan);
        // what nobody has read is a doubt, not an offence
        return Optional.of(
                endpoint.residency().isEmpty() ? finding.with(Severity.WARNING) : finding);
    }

    private static boolean isSelfHosted(Plan plan) {
        return plan.scope()
                .constraints()
                .hosting()
                .filter(hosting -> hosting.value() == Hosting.SELF_HOSTED)
                .isPresent();
    }

    private static String handled(Plan plan) {
        List<String> data = Stated.values(plan.scope().constraints().data());
        return data.isEmpty() ? "" : ", and handles " + Wording.allOf(data) + " data";
    }

    private Finding finding(ModelMention mention, Message message, Plan plan) {
        return finding(
                mention.range(),
                mention.subject(),
                message,
                alternatives(mention, plan).map(mention::use).toList());
    }

    /** Endpoints that keep to it; open models, where the project hosts itself. */
    private static Stream<? extends Servable> alternatives(ModelMention mention, Plan plan) {
        if (!mention.property().equals("existing")) {
            return Stream.empty();
        }
        if (!isSelfHosted(plan)) {
            List<String> wanted = Stated.values(plan.scope().constraints().residency());
            return OtherModels.hosted(
                    plan, endpoint -> endpoint.residency().stream().anyMatch(wanted::contains))
                    .stream();
        }
        return ownCandidates(mention, plan);
    }

    /** Of what the architect looked at already, what can be hosted. */
    static Stream<ModelSpec> ownCandidates(ModelMention mention, Plan plan) {
        return plan.models().stream()
                .filter(choice -> choice.id().equals(mention.subject()))
                .flatMap(choice -> choice.candidates().stream())
                .filter(ModelSpec.class::isInstance)
                .map(ModelSpec.class::cast);
    }

    private Optional<Finding> region(Serving serving, Plan plan) {
        List<String> wanted = Stated.values(plan.scope().constraints().residency());
        return serving.region()
                .filter(region -> !wanted.isEmpty())
                .filter(region -> !isIn(region, wanted))
                .map(
                        region ->
                                finding(
                                        serving.range(),
                                        serving.id(),
                                        Message.of(
                                                name() + ".region",
                                                "The deployment stands in {region}, within {where};"
                                                        + " the project's data must stay in {wanted}.",
                                                "region",
                                                region.name(),
                                                "where",
                                                region.within().isEmpty()
                                                        ? "no region that the catalogue knows"
                                                        : Wording.allOf(region.within()),
                                                "wanted",
                                                Wording.anyOf(wanted)),
                                        regions(serving, wanted, plan)));
    }

    private static boolean isIn(RegionSpec region, List<String> wanted) {
        return wanted.contains(region.name())
                || region.within().stream().anyMatch(wanted::contains);
    }

    private static List<Fix> regions(Serving serving, List<String> wanted, Plan plan) {
        return deployed(serving, plan, region -> isIn(region, wanted));
    }

    /** The deployment in other regions of which this holds. */
    static List<Fix> deployed(Serving serving, Plan plan, Predicate<RegionSpec> wanted) {
        return plan.catalogue().regions().values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(RegionSpec::name))
                .limit(3)
                .map(
                        region ->
                                Fix.of(
                                        "Deploy in " + region.name(),
                                        new Change.Set(serving.id(), "region", region.name())))
                .toList();
    }
}
