package dev.groundplan.core.plan;

import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A project as it is meant: the input of every estimator and rule. Total: a broken file still
 * yields the part that could be read, with its misreadings.
 *
 * @param scenario which of the project's scenarios this is; empty for the file without one
 * @param scenarios what other ways the file names, in its order
 * @param stages alignment, pre-training and compression, in the order of the file
 * @param work what people do, derived from the blocks
 * @param exchange what other currencies are worth, as the file says, and from when on
 * @param catalogue every declaration in sight, overrides of the project already applied
 * @param today the day on which the plan is computed
 */
public record Plan(
        SubjectId id,
        String name,
        Optional<String> label,
        Optional<String> scenario,
        List<ScenarioOutline> scenarios,
        SourceRange range,
        Optional<String> owner,
        Optional<LocalDate> start,
        CurrencyCode currency,
        List<ExchangeRate> exchange,
        Scope scope,
        List<Dataset> datasets,
        List<ModelChoice> models,
        List<Stage> stages,
        List<Iteration> iterations,
        Evaluation evaluation,
        List<Serving> servings,
        List<Work> work,
        Augmentation augmentation,
        Team team,
        Tasks tasks,
        Operation operation,
        Costs costs,
        List<Risk> risks,
        List<Assumption> assumptions,
        List<Decision> decisions,
        List<Actual> actuals,
        List<Unplanned> unplanned,
        List<Waiver> waivers,
        List<SeverityChange> severities,
        Catalogue catalogue,
        List<Misreading> misreadings,
        LocalDate today,
        long seed)
        implements Subject {
    /** Days beyond which no calendar is printed: more than eight thousand years. */
    private static final double LONGEST_DAYS = 3_000_000;

    /**
     * Declarations that stand outside every project: nothing to plan, but misreadings to report.
     */
    public static Plan ofDeclarations(
            String file,
            Catalogue catalogue,
            List<Misreading> misreadings,
            List<Waiver> waivers,
            List<SeverityChange> severities,
            LocalDate today,
            long seed) {
        return new Plan(
                SubjectId.of(file),
                file,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                SourceRange.NOWHERE,
                Optional.empty(),
                Optional.empty(),
                CurrencyCode.USD,
                List.of(),
                Scope.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Evaluation.NONE,
                List.of(),
                List.of(),
                Augmentation.NONE,
                Team.NONE,
                Tasks.NONE,
                Operation.NONE,
                Costs.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                waivers,
                severities,
                catalogue,
                misreadings,
                today,
                seed);
    }

    /** The same plan with other misreadings. */
    public Plan withMisreadings(List<Misreading> other) {
        return with(scenario, scenarios, scope, other, models, iterations, servings, team);
    }

    /** The same plan as that of a scenario. */
    public Plan of(String name) {
        return with(
                Optional.of(name),
                scenarios,
                scope,
                misreadings,
                models,
                iterations,
                servings,
                team);
    }

    /** The same plan with these other ways beside it. */
    public Plan withScenarios(List<ScenarioOutline> other) {
        return with(scenario, other, scope, misreadings, models, iterations, servings, team);
    }

    /** The same as a what-if with other rounds. */
    public Plan withIterations(List<Iteration> other) {
        return with(scenario, scenarios, scope, misreadings, models, other, servings, team);
    }

    /** The same as a what-if that serves another way. */
    public Plan withServings(List<Serving> other) {
        return with(scenario, scenarios, scope, misreadings, models, iterations, other, team);
    }

    /** The same as a what-if with other models. */
    public Plan withModels(List<ModelChoice> other) {
        return with(scenario, scenarios, scope, misreadings, other, iterations, servings, team);
    }

    /** The same as a what-if with another use case. */
    public Plan with(Scope other) {
        return with(scenario, scenarios, other, misreadings, models, iterations, servings, team);
    }

    /** The same as a what-if with other people. */
    public Plan with(Team other) {
        return with(scenario, scenarios, scope, misreadings, models, iterations, servings, other);
    }

    private Plan with(
            Optional<String> which,
            List<ScenarioOutline> others,
            Scope used,
            List<Misreading> misread,
            List<ModelChoice> chosen,
            List<Iteration> rounds,
            List<Serving> served,
            Team people) {
        return new Plan(
                id,
                name,
                label,
                which,
                others,
                range,
                owner,
                start,
                currency,
                exchange,
                used,
                datasets,
                chosen,
                stages,
                rounds,
                evaluation,
                served,
                work,
                augmentation,
                people,
                tasks,
                operation,
                costs,
                risks,
                assumptions,
                decisions,
                actuals,
                unplanned,
                waivers,
                severities,
                catalogue,
                misread,
                today,
                seed);
    }

    /** The day on which work begins: as written, else today. */
    public LocalDate firstDay() {
        return start.orElse(today);
    }

    /** The day in which so much time since the midnight before the first day has passed. */
    public LocalDate day(Time sinceStart) {
        double days = Math.min(Math.floor(sinceStart.days() + 1e-9), LONGEST_DAYS);
        return firstDay().plusDays((long) Math.max(0, days));
    }

    /** Time from the midnight before the first day to that before another; zero in the past. */
    public Time until(LocalDate day) {
        return Time.days(Math.max(0, ChronoUnit.DAYS.between(firstDay(), day)));
    }

    /** What one unit of a currency is worth in another on the first day; empty without a rate. */
    public Optional<Stated<Uncertain<Ratio>>> worth(CurrencyCode from, CurrencyCode to) {
        return Currencies.worth(exchange, firstDay(), from, to);
    }

    /** The first model, which the alignment works on. */
    public Optional<ModelChoice> model() {
        return models.stream().findFirst();
    }

    /** The first loop of stages, where the file has one. */
    public Optional<Iteration> iteration() {
        return iterations.stream().findFirst();
    }

    public <T extends Stage> List<T> stages(Class<T> type) {
        return stages.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
