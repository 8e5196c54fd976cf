package dev.groundplan.engine;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.analysis.Analyst;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.analysis.Estimate;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Look;
import dev.groundplan.core.analysis.Severities;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.planner.project.AllRuns;
import dev.groundplan.planner.project.ProjectSimulation;
import dev.groundplan.planner.project.RunForecast;
import dev.groundplan.planner.project.RunForecastEstimation;
import dev.groundplan.planner.project.SimulationEstimation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Analyses of the plans of a file: at once, in the end, and with all that can be simulated. Keeps
 * what it found in the last few files: the next edit leaves most of one with several projects as it
 * was.
 */
final class Analyses {
    private static final int MOST_KEPT = 4;

    private final Analyst analyst;

    /** The same without simulated runs: limits are held against the ranges of the formulas. */
    private final Analyst byFormula;

    /** The one analysed last at the end. */
    private final Map<Path, Earlier> earlier = new LinkedHashMap<>();

    /** What was found out about the plans of the file analysed last, by the plan itself. */
    private Map<Plan, Facts> latest = Map.of();

    Analyses(Analyst analyst, Analyst byFormula) {
        this.analyst = analyst;
        this.byFormula = byFormula;
    }

    /** A project with its scenarios, of before the edit or looked at now. */
    private record Way(Optional<List<Analysis>> kept, Optional<Look> look) {
        List<Analysis> first() {
            return kept.orElseGet(() -> look.orElseThrow().first());
        }

        List<Analysis> whole() {
            return kept.orElseGet(() -> look.orElseThrow().whole());
        }
    }

    /**
     * @param first is handed what is known without simulated runs, before they are made
     * @throws Cancellation.Cancelled when nobody waits for the result any more
     */
    AnalysedFile of(
            String name,
            Path path,
            String text,
            Engine.Settings settings,
            GenaiLanguage.Reading reading,
            Cancellation cancellation,
            Optional<Consumer<AnalysedFile>> first) {
        Optional<Earlier.Kept> kept =
                Optional.ofNullable(earlier.get(path))
                        .flatMap(before -> before.in(name, text, settings, reading));
        Looked looked = looked(analyst, reading, kept, cancellation);
        first.ifPresent(
                waiting ->
                        waiting.accept(
                                file(
                                        name,
                                        path,
                                        text,
                                        looked.ways.stream().map(Way::first).toList(),
                                        looked.declared)));
        List<List<Analysis>> all = looked.ways.stream().map(Way::whole).toList();
        remember(path, new Earlier(name, text, settings, reading, all));
        latest = looked.known;
        return file(name, path, text, all, looked.declared);
    }

    /** By the formulas alone, and nothing of it kept. */
    AnalysedFile glance(
            String name,
            Path path,
            String text,
            GenaiLanguage.Reading reading,
            Cancellation cancellation) {
        Looked looked = looked(byFormula, reading, Optional.empty(), cancellation);
        return file(
                name, path, text, looked.ways.stream().map(Way::whole).toList(), looked.declared);
    }

    /** The projects of a file, each looked at, and what is found outside them. */
    private record Looked(List<Way> ways, List<Finding> declared, Map<Plan, Facts> known) {}

    private static Looked looked(
            Analyst analyst,
            GenaiLanguage.Reading reading,
            Optional<Earlier.Kept> kept,
            Cancellation cancellation) {
        Severities severities = Severities.OF_THE_RULES.with(reading.root().severities());
        Map<Plan, Facts> known = new IdentityHashMap<>();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < reading.plans().size(); i++) {
            int index = i;
            List<Plan> plans = reading.ways(i);
            Optional<List<Analysis>> before = kept.flatMap(k -> k.of(index, plans));
            if (before.isPresent()) {
                ways.add(new Way(before, Optional.empty()));
                continue;
            }
            List<Facts> facts =
                    plans.stream().map(each -> analyst.facts(each, cancellation)).toList();
            facts.forEach(each -> known.put(each.plan(), each));
            ways.add(new Way(Optional.empty(), Optional.of(analyst.look(facts, severities))));
        }
        return new Looked(
                ways,
                analyst.analyse(reading.declarations(), severities, cancellation).findings(),
                known);
    }

    private void remember(Path path, Earlier file) {
        earlier.remove(path);
        if (file.analyses().size() > 1) {
            earlier.put(path, file);
        }
        if (earlier.size() > MOST_KEPT) {
            earlier.remove(earlier.keySet().iterator().next());
        }
    }

    private static AnalysedFile file(
            String name,
            Path path,
            String text,
            List<List<Analysis>> looks,
            List<Finding> declared) {
        List<Analysis> projects = new ArrayList<>();
        List<Analysis> scenarios = new ArrayList<>();
        Set<Finding> findings = new LinkedHashSet<>();
        for (List<Analysis> analyses : looks) {
            Analysis project = analyses.getFirst();
            projects.add(project);
            findings.addAll(project.findings());
            for (Analysis scenario : analyses.subList(1, analyses.size())) {
                scenarios.add(scenario);
                findings.addAll(scenario.onlyHere(project));
            }
        }
        findings.addAll(declared);
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(Comparator.comparingInt(finding -> finding.range().offset()));
        return new AnalysedFile(name, path, text, projects, scenarios, ordered);
    }

    /** With the numbers of so many simulated runs. */
    Analysis forecast(Analysis analysis, int runs, Cancellation cancellation) {
        Plan plan = analysis.plan();
        Facts facts =
                Optional.ofNullable(latest.get(plan))
                        .map(known -> known.waitedFor(cancellation))
                        .orElseGet(() -> analyst.facts(plan, cancellation));
        if (runs != AllRuns.RUNS) {
            return forecast(analysis, facts, runs, cancellation, first -> {});
        }
        List<Estimate<?>> more = new ArrayList<>();
        facts.get(RunForecastEstimation.class, plan)
                .ifPresent(running -> more.addAll(running.estimates()));
        facts.get(SimulationEstimation.class, plan)
                .ifPresent(simulated -> more.addAll(simulated.estimates()));
        return more.isEmpty() ? analysis : analysis.with(more);
    }

    /** The same, improving, with nothing in common with what goes on beside it. */
    Analysis forecast(
            Analysis analysis, int runs, Cancellation cancellation, Consumer<Analysis> improving) {
        Facts facts = analyst.facts(analysis.plan(), cancellation);
        return forecast(analysis, facts, runs, cancellation, improving);
    }

    private static Analysis forecast(
            Analysis analysis,
            Facts facts,
            int runs,
            Cancellation cancellation,
            Consumer<Analysis> improving) {
        Plan plan = analysis.plan();
        Analysis running =
                RunForecast.of(plan, facts, runs, cancellation)
                        .map(cost -> analysis.with(cost.estimates()))
                        .orElse(analysis);
        return ProjectSimulation.of(
                        plan,
                        facts,
                        AllRuns.extent(runs),
                        cancellation,
                        first -> improving.accept(running.with(first.estimates())))
                .map(simulated -> running.with(simulated.estimates()))
                .orElse(running);
    }
}
