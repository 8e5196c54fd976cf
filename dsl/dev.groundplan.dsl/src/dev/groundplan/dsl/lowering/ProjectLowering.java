package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.CompressionStage.Kind;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Unplanned;
import dev.groundplan.core.plan.Waiver;
import dev.groundplan.core.plan.WorkBreakdown;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one {@code project { … }} into a plan. */
final class ProjectLowering {
    /** Blocks whose share of the numbers is not computed yet; they are listed, never dropped. */
    private static final Set<String> UNPLANNED =
            Set.of(
                    "Augmentation",
                    "Tasks",
                    "Operation",
                    "Costs",
                    "Risks",
                    "Decision",
                    "Scenario",
                    "Actuals",
                    "Reinforce",
                    "BusinessValue",
                    "Distil",
                    "Prune",
                    "Checks");

    private final Block project;
    private final Catalogue catalogue;
    private final List<Assumption> assumptions;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, PretrainStage> pretrained = new LinkedHashMap<>();
    private final StageLowering stages;

    ProjectLowering(Block project, Catalogue catalogue) {
        this.project = project;
        this.assumptions = AssumptionLowering.of(project);
        this.catalogue = AssumptionLowering.apply(catalogue, assumptions);
        this.stages = new StageLowering(this.catalogue, datasets, assumptions, this::servable);
    }

    Plan plan(List<Waiver> waivers, LocalDate today, long seed) {
        SubjectId id = SubjectId.of(project.name());
        Scope scope = ScopeLowering.of(project);
        project.children("Data").stream()
                .flatMap(data -> data.children("Dataset").stream())
                .forEach(block -> datasets.put(block.name(), dataset(block)));
        List<Stage> all = new ArrayList<>();
        List<ModelChoice> models = models(all);
        Optional<Servable> model =
                models.stream().findFirst().flatMap(ModelChoice::model).map(Stated::value);
        for (Block alignment : project.children("Alignment")) {
            for (Block step : alignment.children("Prompt", "FineTune")) {
                all.add(
                        step.is("Prompt")
                                ? stages.prompt(step, model)
                                : stages.tuning(step, model));
            }
        }
        List<Serving> servings = new ArrayList<>();
        for (Block deployment : project.children("Deployment")) {
            serving(deployment, models).ifPresent(servings::add);
        }
        servings.forEach(serving -> all.addAll(serving.compression()));
        Evaluation evaluation =
                new EvaluationLowering(catalogue, datasets, this::servable).of(project);
        List<Dataset> data = List.copyOf(datasets.values());
        return new Plan(
                id,
                project.name(),
                project.label(),
                project.header(),
                project.text("owner"),
                project.date("start"),
                project.text("currency").flatMap(CurrencyCode::read).orElse(CurrencyCode.USD),
                Map.of(),
                scope,
                data,
                models,
                all,
                iteration(),
                evaluation,
                servings,
                WorkBreakdown.of(id, scope, data, models, all, evaluation, servings),
                TeamLowering.of(project),
                assumptions,
                unplanned(),
                waivers,
                catalogue,
                List.of(),
                today,
                seed);
    }

    private static Dataset dataset(Block block) {
        return new Dataset(
                block.id(),
                block.name(),
                block.header(),
                block.word("purpose", Purpose::of),
                block.uncertain("examples", Dimension.COUNT),
                block.uncertain("tokens", Dimension.TOKENS),
                block.exact("unique", Dimension.RATIO),
                block.uncertain("labelled", Dimension.COUNT),
                block.stated("quality"),
                block.work("labelling")
                        .flatMap(w -> w.uncertain("amount", Dimension.TIME_PER_ITEM)),
                block.work("labelling").flatMap(w -> w.mentioned("by").stream().findFirst()));
    }

    private List<ModelChoice> models(List<Stage> all) {
        List<ModelChoice> models = new ArrayList<>();
        for (Block choice : project.children("ModelChoice")) {
            Optional<PretrainStage> own = choice.child("Pretrain").map(stages::pretrain);
            own.ifPresent(
                    stage -> {
                        pretrained.put(stage.name(), stage);
                        all.add(stage);
                    });
            Optional<Stated<Servable>> model =
                    own.<Stated<Servable>>map(stage -> Stated.written(stage, stage.range()))
                            .or(
                                    () ->
                                            choice.mentioned("existing").stream()
                                                    .findFirst()
                                                    .flatMap(this::servable)
                                                    .map(
                                                            m ->
                                                                    Stated.written(
                                                                            m,
                                                                            choice.rangeOf(
                                                                                    "existing"))));
            models.add(
                    new ModelChoice(
                            choice.id(),
                            choice.isNamed() ? choice.name() : "model",
                            choice.header(),
                            model,
                            choice.text("because"),
                            choice.mentioned("candidates").stream()
                                    .flatMap(name -> servable(name).stream())
                                    .toList(),
                            choice.children("Rejected").stream()
                                    .map(ProjectLowering::rejected)
                                    .toList(),
                            choice.exact("share", Dimension.RATIO)));
        }
        return models;
    }

    private static ModelChoice.Rejected rejected(Block block) {
        return new ModelChoice.Rejected(
                block.mentioned("model").stream().findFirst().orElse("?"), block.text("because"));
    }

    private Optional<Servable> servable(String name) {
        return Optional.<Servable>ofNullable(pretrained.get(name))
                .or(() -> Optional.ofNullable(catalogue.models().get(name)))
                .or(() -> Optional.ofNullable(catalogue.endpoints().get(name)));
    }

    private Optional<Serving> serving(Block block, List<ModelChoice> models) {
        if (block.is("Deployment") && block.values("removed").contains(true)) {
            return Optional.empty();
        }
        Optional<ModelChoice> model =
                models.stream()
                        .filter(m -> !block.isNamed() || m.name().equals(block.name()))
                        .findFirst();
        List<CompressionStage> steps = new ArrayList<>();
        block.child("Distil").ifPresent(b -> steps.add(step(b, Kind.DISTIL, steps)));
        block.child("Prune").ifPresent(b -> steps.add(step(b, Kind.PRUNE, steps)));
        block.child("Quantise").ifPresent(b -> steps.add(step(b, Kind.QUANTISE, steps)));
        Optional<Block> engine = block.child("Engine");
        return Optional.of(
                new Serving(
                        block.id(),
                        block.isNamed() ? block.name() : "deployment",
                        block.header(),
                        model,
                        stages.hardware(block),
                        steps,
                        engine.flatMap(e -> e.text("engine")),
                        engine.flatMap(e -> e.exact("batch", Dimension.COUNT)),
                        engine.flatMap(e -> e.exact("context", Dimension.TOKENS)),
                        engine.flatMap(e -> e.whole("tensor")),
                        engine.flatMap(e -> e.text("kv-cache")),
                        engine.flatMap(e -> e.exact("prefix-cache", Dimension.RATIO)),
                        block.mentioned("region").stream()
                                .findFirst()
                                .map(catalogue.regions()::get),
                        block.bounds("replicas", Dimension.COUNT),
                        Optional.empty()));
    }

    private CompressionStage step(Block block, Kind kind, List<CompressionStage> before) {
        List<String> after = before.isEmpty() ? List.of() : List.of(before.getLast().name());
        return stages.compression(block, kind, after);
    }

    private Optional<Iteration> iteration() {
        return project.children("Alignment").stream()
                .flatMap(alignment -> alignment.children("Iterate").stream())
                .findFirst()
                .map(
                        block ->
                                new Iteration(
                                        block.mentioned("steps"),
                                        block.mentioned("gate").stream().findFirst().orElse(""),
                                        block.uncertain("rounds", Dimension.COUNT),
                                        block.range()));
    }

    private List<Unplanned> unplanned() {
        List<Unplanned> blocks = new ArrayList<>();
        collectUnplanned(project, blocks);
        return blocks;
    }

    private static void collectUnplanned(Block parent, List<Unplanned> found) {
        for (Block child : parent.blocks()) {
            if (UNPLANNED.contains(child.object().eClass().getName())) {
                found.add(new Unplanned(child.keyword(), child.name(), child.header()));
            } else {
                collectUnplanned(child, found);
            }
        }
    }
}
