package dev.groundplan.rules;

import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Gate;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Measurement;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Policy;
import dev.groundplan.core.plan.RegionSpec;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a project has what a policy forbids. */
record PolicyForbids(Policy policy, Policy.Forbid forbid, Plan plan) {

    /**
     * Something that computes somewhere.
     *
     * @param what in words
     * @param region where, as far as the file says
     */
    private record Placed(
            SubjectId subject,
            SourceRange range,
            String what,
            Optional<String> region,
            List<Fix> fixes) {}

    Stream<Breach> breaches() {
        return switch (forbid.what()) {
            case ENDPOINT ->
                    mentions()
                            .filter(mention -> mention.model() instanceof EndpointSpec)
                            .flatMap(mention -> endpoint(mention).stream());
            case MODEL ->
                    forbid.outside().isEmpty()
                            ? mentions()
                                    .filter(mention -> mention.model() instanceof ModelSpec)
                                    .map(this::model)
                            : servings().flatMap(placed -> placed(placed).stream());
            case ACCELERATOR -> hardware().flatMap(placed -> placed(placed).stream());
            case REGION ->
                    Stream.concat(servings(), trainings())
                            .filter(placed -> placed.region().isPresent())
                            .flatMap(placed -> placed(placed).stream());
        };
    }

    private Stream<ModelMention> mentions() {
        return Stream.of(
                        ModelMention.seeing(plan),
                        ModelMention.answering(plan),
                        ModelMention.made(plan),
                        judges())
                .flatMap(all -> all)
                .distinct();
    }

    private Stream<ModelMention> judges() {
        return plan.evaluation().gates().stream()
                .flatMap(gate -> gate.measurements().stream().flatMap(m -> judge(gate, m)));
    }

    private static Stream<ModelMention> judge(Gate gate, Measurement measurement) {
        return measurement.judge().stream()
                .map(model -> new ModelMention(gate.id(), "judge", measurement.range(), model));
    }

    private Optional<Breach> endpoint(ModelMention mention) {
        EndpointSpec endpoint = (EndpointSpec) mention.model();
        if (forbid.outside().isEmpty()) {
            return Optional.of(
                    breach(
                            mention,
                            "{model} is hosted by its provider, and {policy} forbids endpoints. An"
                                    + " open model that the project hosts itself keeps to it.",
                            "hosted",
                            endpoint.residency(),
                            mention.property().equals("existing")
                                    ? ResidencyViolated.ownCandidates(mention, plan)
                                            .map(mention::use)
                                            .toList()
                                    : List.of()));
        }
        if (endpoint.residency().stream().anyMatch(this::isInside)) {
            return Optional.empty();
        }
        List<Fix> fixes =
                mention.property().equals("existing")
                        ? OtherModels.hosted(
                                        plan,
                                        other ->
                                                other.residency().stream().anyMatch(this::isInside))
                                .stream()
                                .map(mention::use)
                                .toList()
                        : List.of();
        Breach breach =
                breach(
                        mention,
                        "{model} keeps data in {where}, and {policy} forbids endpoints outside"
                                + " {area}. Use one that keeps them there.",
                        "endpoint",
                        endpoint.residency(),
                        fixes);
        return Optional.of(breach);
    }

    private Breach model(ModelMention mention) {
        List<Fix> fixes =
                plan.models().stream()
                        .filter(choice -> choice.id().equals(mention.subject()))
                        .filter(choice -> mention.property().equals("existing"))
                        .flatMap(choice -> choice.candidates().stream())
                        .filter(EndpointSpec.class::isInstance)
                        .map(mention::use)
                        .toList();
        return breach(
                mention,
                "{model} is a model that the project runs itself, and {policy} forbids such. Use"
                        + " an endpoint.",
                "model",
                List.of("?"),
                fixes);
    }

    private Breach breach(
            ModelMention mention, String text, String id, List<String> where, List<Fix> fixes) {
        return new Breach(
                mention.range(),
                mention.subject(),
                Message.of(
                        "PolicyBroken." + id,
                        text,
                        "model",
                        mention.model().name(),
                        "where",
                        where.isEmpty()
                                ? "no region that the catalogue knows"
                                : Wording.allOf(where),
                        "policy",
                        PolicyBroken.named(policy, forbid),
                        "area",
                        forbid.outside().orElse("")),
                fixes,
                // what nobody has read is a doubt, not an offence
                where.isEmpty() && forbid.outside().isPresent()
                        ? Severity.WARNING
                        : Severity.ERROR);
    }

    private Stream<Placed> hardware() {
        return Stream.concat(
                plan.servings().stream()
                        .filter(serving -> serving.hardware().isPresent())
                        .map(this::placed),
                trainings());
    }

    /** Deployments of models that the project runs itself. */
    private Stream<Placed> servings() {
        return plan.servings().stream().filter(serving -> !isHosted(serving)).map(this::placed);
    }

    private static boolean isHosted(Serving serving) {
        Optional<Servable> model =
                serving.model().flatMap(choice -> choice.model()).map(stated -> stated.value());
        return model.filter(EndpointSpec.class::isInstance).isPresent();
    }

    private Placed placed(Serving serving) {
        Optional<String> ofHardware = serving.hardware().flatMap(Hardware::region);
        return new Placed(
                serving.id(),
                serving.range(),
                "The deployment",
                ofHardware.or(() -> serving.region().map(RegionSpec::name)),
                ofHardware.isPresent() || forbid.outside().isEmpty()
                        ? List.of()
                        : ResidencyViolated.deployed(
                                serving, plan, region -> isInside(region.name())));
    }

    private Stream<Placed> trainings() {
        Predicate<Stage> trains = stage -> stage.hardware().isPresent();
        return plan.stages().stream()
                .filter(trains)
                .map(
                        stage ->
                                new Placed(
                                        stage.id(),
                                        stage.hardware().orElseThrow().range(),
                                        stage.name(),
                                        stage.hardware().flatMap(Hardware::region),
                                        List.of()));
    }

    private Optional<Breach> placed(Placed placed) {
        String things = Words.of(forbid.what()) + "s";
        if (forbid.outside().isEmpty()) {
            return Optional.of(
                    breach(
                            placed,
                            ".own",
                            "{what} uses what {policy} forbids: {things}.",
                            things,
                            Severity.ERROR));
        }
        if (placed.region().filter(this::isInside).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                placed.region().isPresent()
                        ? breach(
                                placed,
                                ".place",
                                "{what} stands in {where}, and {policy} forbids {things} outside"
                                        + " {area}. Choose a region there.",
                                things,
                                Severity.ERROR)
                        : breach(
                                placed,
                                ".nowhere",
                                "{what} does not say in which region it stands, and {policy}"
                                        + " forbids {things} outside {area}. Name a region there.",
                                things,
                                Severity.WARNING));
    }

    private Breach breach(Placed placed, String id, String text, String things, Severity severity) {
        return new Breach(
                placed.range(),
                placed.subject(),
                Message.of(
                        "PolicyBroken" + id,
                        text,
                        "what",
                        placed.what(),
                        "where",
                        placed.region().orElse(""),
                        "policy",
                        PolicyBroken.named(policy, forbid),
                        "things",
                        things,
                        "area",
                        forbid.outside().orElse("")),
                placed.fixes(),
                severity);
    }

    /** Whether a region, or an area of law, is the one outside of which nothing may be. */
    private boolean isInside(String place) {
        String area = forbid.outside().orElseThrow();
        RegionSpec region = plan.catalogue().regions().get(place);
        return place.equals(area) || region != null && region.within().contains(area);
    }
}
