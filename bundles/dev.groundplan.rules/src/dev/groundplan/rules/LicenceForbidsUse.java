package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Commercial;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.Use;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Uncertain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model whose licence does not permit what the project wants to do with it. */
public final class LicenceForbidsUse implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return ModelMention.answering(plan)
                .flatMap(
                        mention ->
                                OtherModels.licence(mention.model()).stream()
                                        .flatMap(
                                                terms ->
                                                        objection(terms, plan.scope(), mention)
                                                                .stream())
                                        .map(message -> finding(mention, message, plan)));
    }

    /** What stands against it, when something does. */
    private Optional<Message> objection(LicenceTerms terms, Scope scope, ModelMention mention) {
        String licence = terms.label().orElse(terms.name());
        if (forbidsCommercial(terms, scope)) {
            return Optional.of(
                    Message.of(
                            name() + ".commercial",
                            "The licence of {model} ({licence}) does not permit commercial use; the"
                                    + " project is for commercial use.",
                            "model",
                            mention.model().name(),
                            "licence",
                            licence));
        }
        return tooManyUsers(terms, scope)
                .map(
                        users ->
                                Message.of(
                                        name() + ".users",
                                        "The licence of {model} ({licence}) needs the owner's"
                                                + " separate consent from {limit} users on; the project"
                                                + " expects {users}.",
                                        "model",
                                        mention.model().name(),
                                        "licence",
                                        licence,
                                        "limit",
                                        terms.usersBelow().orElseThrow().toString(),
                                        "users",
                                        users.toString()));
    }

    static boolean forbidsCommercial(LicenceTerms terms, Scope scope) {
        return terms.commercial() == Commercial.NO && isFor(Use.COMMERCIAL, scope);
    }

    static Optional<Count> tooManyUsers(LicenceTerms terms, Scope scope) {
        return scope.users()
                .map(Stated::value)
                .map(Uncertain::likely)
                .filter(users -> !isFor(Use.RESEARCH, scope))
                .filter(
                        users ->
                                terms.usersBelow()
                                        .filter(limit -> users.compareTo(limit) >= 0)
                                        .isPresent());
    }

    private static boolean isFor(Use use, Scope scope) {
        return scope.constraints().use().filter(stated -> stated.value() == use).isPresent();
    }

    private Finding finding(ModelMention mention, Message message, Plan plan) {
        List<Fix> fixes = alternatives(mention.model(), plan).stream().map(mention::use).toList();
        return finding(mention.range(), mention.subject(), message, fixes);
    }

    private static List<ModelSpec> alternatives(Servable model, Plan plan) {
        return model instanceof ModelSpec spec
                ? OtherModels.like(spec, plan, other -> true)
                : List.of();
    }
}
