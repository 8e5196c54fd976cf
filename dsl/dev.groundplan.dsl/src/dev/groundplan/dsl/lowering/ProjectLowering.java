package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Assumption;
import dev.groundplan.core.plan.Augmentation;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Evaluation;
import dev.groundplan.core.plan.Iteration;
import dev.groundplan.core.plan.ModelChoice;
import dev.groundplan.core.plan.Operation;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.Scope;
import dev.groundplan.core.plan.Servable;
import dev.groundplan.core.plan.Serving;
import dev.groundplan.core.plan.SeverityChange;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Tasks;
import dev.groundplan.core.plan.Waiver;
import dev.groundplan.core.plan.WorkBreakdown;
import dev.groundplan.core.plan.WorkSources;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@code project { … }} into a plan, each part by its own class. */
final class ProjectLowering {
    private final Block project;
    private final RootSettings settings;
    private final LocalDate today;
    private final List<Assumption> assumptions;
    private final NamesInProject names;
    private final StageLowering stages;

    /**
     * @param settings of the root, for what the project does not say
     * @param today the day whose prices hold when the project does not say when it starts
     */
    ProjectLowering(Block project, Catalogue catalogue, RootSettings settings, LocalDate today) {
        this.project = project;
        this.settings = settings;
        this.today = today;
        this.assumptions = AssumptionLowering.of(project);
        Catalogue then = catalogue.on(project.date("start").orElse(today));
        this.names = new NamesInProject(AssumptionLowering.apply(then, assumptions));
        this.stages = new StageLowering(names, assumptions);
    }

    Plan plan(List<Waiver> waivers, long seed) {
        SubjectId id = SubjectId.of(project.name());
        Scope scope = ScopeLowering.of(project, settings.confidence());
        DataLowering.of(project, names.catalogue()).forEach(names::add);
        ModelLowering choices = new ModelLowering(names, stages);
        List<Stage> all = new ArrayList<>(choices.pretrained(project));
        List<ModelChoice> models = choices.choices(project);
        all.addAll(alignment(models));
        List<Serving> servings = new DeploymentLowering(names, models).of(project);
        servings.forEach(serving -> all.addAll(serving.compression()));
        Evaluation evaluation = new EvaluationLowering(names).of(project);
        Augmentation augmentation = new AugmentationLowering(names).of(project);
        Tasks tasks = TasksLowering.of(project);
        Operation operation = OperationLowering.of(project);
        return new Plan(
                id,
                project.name(),
                project.label(),
                Optional.empty(),
                List.of(),
                project.header(),
                project.text("owner"),
                project.date("start"),
                project.text("currency")
                        .flatMap(CurrencyCode::read)
                        .or(() -> settings.currency().map(Stated::value))
                        .orElse(CurrencyCode.USD),
                MoneyLowering.exchange(project),
                scope,
                names.datasets(),
                models,
                all,
                iterations(),
                evaluation,
                servings,
                WorkBreakdown.of(
                        new WorkSources(
                                id,
                                scope,
                                names.datasets(),
                                models,
                                all,
                                evaluation,
                                servings,
                                augmentation,
                                tasks,
                                operation)),
                augmentation,
                TeamLowering.of(project),
                tasks,
                operation,
                MoneyLowering.costs(project),
                MoneyLowering.risks(project),
                assumptions,
                DecisionLowering.decisions(project),
                DecisionLowering.actuals(project),
                NotComputed.in(project),
                waivers,
                severities(),
                names.catalogue(),
                List.of(),
                today,
                seed);
    }

    /** In the order of the text. */
    private List<Stage> alignment(List<ModelChoice> models) {
        Optional<Servable> model =
                models.stream().findFirst().flatMap(ModelChoice::model).map(Stated::value);
        List<Stage> aligned = new ArrayList<>();
        for (Block alignment : project.children("Alignment")) {
            for (Block step : alignment.blocks()) {
                switch (step.type()) {
                    case "Prompt" -> aligned.add(stages.prompt(step, model));
                    case "FineTune" -> aligned.add(stages.tuning(step, model));
                    case "Reinforce" -> aligned.add(stages.reinforce(step, model));
                    default -> {
                        // a loop, or text that the block does not know
                    }
                }
            }
        }
        return aligned;
    }

    private List<SeverityChange> severities() {
        return project.children("Checks").stream()
                .flatMap(checks -> checks.children("SeverityChange").stream())
                .map(
                        change ->
                                new SeverityChange(
                                        change.text("rule").orElse(""),
                                        change.text("level").orElse(""),
                                        change.range()))
                .toList();
    }

    private List<Iteration> iterations() {
        return project.children("Alignment").stream()
                .flatMap(alignment -> alignment.children("Iterate").stream())
                .map(
                        block ->
                                new Iteration(
                                        block.mentioned("steps"),
                                        block.mention("gate").orElse(""),
                                        block.uncertain("rounds", Dimension.COUNT),
                                        block.range()))
                .toList();
    }
}
