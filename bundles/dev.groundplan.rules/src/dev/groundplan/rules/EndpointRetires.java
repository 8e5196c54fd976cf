package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.EndpointSpec;
import dev.groundplan.core.plan.Guard;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.units.Time;
import dev.groundplan.estimators.Horizon;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A hosted model that is switched off before the plan ends. */
public final class EndpointRetires implements Rule {
    /** Days beyond which a calendar says nothing. */
    private static final double LONGEST = 400_000;

    /** A place where a hosted model is used. */
    private record Mention(SubjectId subject, SourceRange range, EndpointSpec endpoint) {}

    /**
     * When the plan has what it promises.
     *
     * @param release the likely day
     * @param end release and horizon
     */
    private record Span(LocalDate release, Time horizon, LocalDate end) {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean needsForecast() {
        return true;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<Mention> retiring =
                mentions(facts.plan()).filter(m -> m.endpoint().retires().isPresent()).toList();
        if (retiring.isEmpty()) {
            return Stream.empty();
        }
        Span span = span(facts);
        return retiring.stream()
                .filter(m -> m.endpoint().retires().orElseThrow().isBefore(span.end()))
                .map(m -> finding(m, span));
    }

    private static Stream<Mention> mentions(Plan plan) {
        Stream<Mention> models = plan.models().stream().flatMap(EndpointRetires::mentions);
        Stream<Mention> guards =
                plan.augmentation().steps().stream()
                        .filter(Guard.class::isInstance)
                        .map(Guard.class::cast)
                        .flatMap(guard -> mention(guard.id(), guard.range(), guard.model()));
        return Stream.concat(models, guards);
    }

    private static Stream<Mention> mentions(ModelChoice choice) {
        return Stream.concat(
                choice.model().stream()
                        .flatMap(
                                model ->
                                        mention(
                                                choice.id(),
                                                model.range(),
                                                Optional.of(model.value()))),
                mention(choice.id(), choice.range(), choice.fallback()));
    }

    private static Stream<Mention> mention(
            SubjectId subject, SourceRange range, Optional<Servable> model) {
        return model.stream()
                .filter(EndpointSpec.class::isInstance)
                .map(endpoint -> new Mention(subject, range, (EndpointSpec) endpoint));
    }

    private static Span span(Facts facts) {
        Plan plan = facts.plan();
        LocalDate start = plan.start().orElse(plan.today());
        LocalDate release =
                Forecasts.finish(facts)
                        .map(finish -> plan.day(finish.range().likely()))
                        .orElse(start);
        Time horizon = Horizon.of(facts).value();
        return new Span(release, horizon, after(release, horizon));
    }

    private static LocalDate after(LocalDate day, Time time) {
        return day.plusDays((long) Math.ceil(Math.clamp(time.days(), 0, LONGEST)));
    }

    private Finding finding(Mention mention, Span span) {
        LocalDate retires = mention.endpoint().retires().orElseThrow();
        String when =
                retires.isBefore(span.release())
                        ? "before the release, which is likely on {release}."
                        : "before the plan ends: the release is likely on {release}, and {horizon}"
                                + " of running follow, until {end}.";
        return finding(
                mention.range(),
                mention.subject(),
                Message.of(
                        name(),
                        "{endpoint} is served until {retires}, "
                                + when
                                + " Choose a model that is served for as long, or plan its"
                                + " replacement with a new evaluation before that day.",
                        "endpoint",
                        mention.endpoint().name(),
                        "retires",
                        retires.toString(),
                        "release",
                        span.release().toString(),
                        "horizon",
                        span.horizon().toString(),
                        "end",
                        span.end().toString()),
                List.of());
    }
}
