package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.ModelSpec;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Parameters;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A student that learns from a model whose answers must not train another. */
public final class DistilTeacherLicence implements Rule {
    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Plan plan = facts.plan();
        return plan.servings().stream()
                .flatMap(
                        serving ->
                                serving.compression().stream()
                                        .filter(s -> s.kind() == CompressionStage.Kind.DISTIL)
                                        .flatMap(step -> finding(step, serving, plan).stream()));
    }

    private Optional<Finding> finding(CompressionStage step, Serving serving, Plan plan) {
        Optional<ModelChoice> choice = serving.model().or(plan::model);
        Optional<Servable> teacher = choice.flatMap(ModelChoice::model).map(Stated::value);
        Optional<LicenceTerms> terms =
                teacher.flatMap(OtherModels::licence).filter(DistilTeacherLicence::forbids);
        Optional<Servable> student = step.into();
        if (terms.isEmpty() || student.isEmpty() || isUnder(terms.get(), student.get())) {
            return Optional.empty();
        }
        ModelMention teaching =
                new ModelMention(choice.get().id(), "existing", step.range(), teacher.get());
        ModelMention learning = new ModelMention(step.id(), "into", step.range(), student.get());
        Stream<Fix> fixes =
                Stream.concat(
                        teachers(teacher.get(), student.get(), plan)
                                .map(other -> titled("Learn from ", other, teaching)),
                        students(terms.get(), teacher.get(), student.get(), plan)
                                .map(other -> titled("Teach ", other, learning)));
        return Optional.of(
                finding(
                        step.range(),
                        step.id(),
                        Message.of(
                                name(),
                                "{student} learns{tokens} from {teacher}, whose licence ({licence})"
                                        + " does not let its answers train models other than its"
                                        + " own.",
                                "student",
                                student.get().name(),
                                "tokens",
                                step.tokens()
                                        .map(tokens -> " " + tokens.value().likely())
                                        .orElse(""),
                                "teacher",
                                teacher.get().name(),
                                "licence",
                                terms.get().label().orElse(terms.get().name())),
                        fixes.toList()));
    }

    private static Fix titled(String verb, ModelSpec other, ModelMention mention) {
        Fix fix = mention.use(other);
        return new Fix(verb + other.name(), fix.changes(), fix.effect(), fix.safe());
    }

    /** Where nobody has read the licence, nothing is held against it. */
    private static boolean forbids(LicenceTerms terms) {
        return terms.outputsMayTrain().filter(may -> !may).isPresent();
    }

    /** The owner's own models are what such a licence excepts. */
    private static boolean isUnder(LicenceTerms terms, Servable student) {
        return OtherModels.licence(student)
                .filter(own -> own.name().equals(terms.name()))
                .isPresent();
    }

    /** Larger than the student, and free to teach it. */
    private static Stream<ModelSpec> teachers(Servable teacher, Servable student, Plan plan) {
        return others(
                teacher,
                plan,
                other ->
                        other.licence().flatMap(LicenceTerms::outputsMayTrain).orElse(false)
                                && isLarger(other, student));
    }

    /** Smaller than the teacher, and its owner's own. */
    private static Stream<ModelSpec> students(
            LicenceTerms terms, Servable teacher, Servable student, Plan plan) {
        return others(student, plan, other -> isUnder(terms, other) && isLarger(teacher, other));
    }

    private static Stream<ModelSpec> others(
            Servable instead, Plan plan, Predicate<ModelSpec> also) {
        return instead instanceof ModelSpec spec
                ? OtherModels.like(
                        spec, plan, also.and(other -> spec.tuned().equals(other.tuned())))
                        .stream()
                : Stream.empty();
    }

    private static boolean isLarger(Servable large, Servable small) {
        Optional<Parameters> most = size(large);
        Optional<Parameters> least = size(small);
        return most.isPresent() && least.isPresent() && most.get().compareTo(least.get()) > 0;
    }

    private static Optional<Parameters> size(Servable model) {
        return model instanceof ModelSpec spec ? OtherModels.size(spec) : Optional.empty();
    }
}
