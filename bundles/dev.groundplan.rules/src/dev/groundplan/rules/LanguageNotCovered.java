package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import java.util.List;
import java.util.stream.Stream;

/** A model that was not made for a language of the application. */
public final class LanguageNotCovered implements Rule {
    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<String> wanted = Stated.values(facts.plan().scope().languages());
        return ModelMention.answering(facts.plan())
                .filter(mention -> !languages(mention.model()).isEmpty())
                .flatMap(
                        mention -> {
                            List<String> missing =
                                    wanted.stream()
                                            .filter(l -> !languages(mention.model()).contains(l))
                                            .toList();
                            return missing.isEmpty()
                                    ? Stream.empty()
                                    : Stream.of(finding(mention, missing, facts.plan()));
                        });
    }

    private static List<String> languages(Servable model) {
        return switch (model) {
            case ModelSpec spec -> spec.languages();
            case EndpointSpec endpoint -> endpoint.languages();
            case PretrainStage own -> List.of();
        };
    }

    private Finding finding(ModelMention mention, List<String> missing, Plan plan) {
        return finding(
                mention.range(),
                mention.subject(),
                Message.of(
                        name(),
                        "{model} is made for {languages}, not for {missing}: answers in it are"
                                + " worse, and nobody promises them.",
                        "model",
                        mention.model().name(),
                        "languages",
                        Wording.allOf(languages(mention.model())),
                        "missing",
                        Wording.allOf(missing)),
                speaking(mention, plan).stream().map(mention::use).toList());
    }

    private static List<? extends Servable> speaking(ModelMention mention, Plan plan) {
        List<String> wanted = Stated.values(plan.scope().languages());
        return switch (mention.model()) {
            case ModelSpec spec -> OtherModels.like(spec, plan, other -> true);
            case EndpointSpec endpoint ->
                    OtherModels.like(
                            endpoint, plan, other -> other.languages().containsAll(wanted));
            case PretrainStage own -> List.of();
        };
    }
}
