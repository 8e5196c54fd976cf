package dev.groundplan.reports;

import dev.groundplan.core.analysis.Analysis;
import dev.groundplan.core.plan.CompressionStage;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Level;
import dev.groundplan.core.plan.PretrainStage;
import dev.groundplan.core.plan.PromptStage;
import dev.groundplan.core.plan.ReinforceStage;
import dev.groundplan.core.plan.Role;
import dev.groundplan.core.plan.Stage;
import dev.groundplan.core.plan.Team;
import dev.groundplan.core.plan.TuningStage;
import dev.groundplan.core.plan.UsualExpertise;
import dev.groundplan.core.units.AcceleratorHours;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The field's common picture of what each phase takes, with this project's own figures beside it.
 * The usual figures are orders of magnitude; the project's are estimates.
 */
public final class CheatSheet implements Report<Analysis> {
    /** One column of the common picture. Durations bound what is usual, both ends included. */
    private enum Usual {
        PRE_TRAINING(
                PretrainStage.class,
                "Pre-training",
                "days to weeks to months",
                Optional.of(Time.days(1)),
                Optional.of(Time.months(12)),
                "architecture, size, tokenizer, vocabulary, context length; a large amount of"
                        + " domain text",
                "next-token prediction",
                UsualExpertise.PRE_TRAINING),
        PROMPTING(
                PromptStage.class,
                "Prompt engineering",
                "none",
                Optional.empty(),
                Optional.empty(),
                "no weights change, only the prompt",
                "better at the task",
                UsualExpertise.PROMPTING),
        TUNING(
                TuningStage.class,
                "Prompt tuning and fine-tuning",
                "minutes to hours",
                Optional.of(Time.seconds(60)),
                Optional.of(Time.hours(24)),
                "tuned to tasks, domain data added, weights or adapters change",
                "better at the task",
                UsualExpertise.TUNING),
        FEEDBACK(
                ReinforceStage.class,
                "Reinforcement learning from human feedback",
                "minutes to hours, similar to fine-tuning",
                Optional.of(Time.seconds(60)),
                Optional.of(Time.hours(24)),
                "a separate reward model for helpful, honest, harmless; weights or adapters change",
                "closer to human preferences",
                UsualExpertise.FEEDBACK),
        OPTIMISATION(
                CompressionStage.class,
                "Compression, optimisation, deployment",
                "minutes to hours",
                Optional.of(Time.seconds(60)),
                Optional.of(Time.hours(24)),
                "pruning, quantization, distillation: smaller, faster",
                "faster, cheaper inference",
                UsualExpertise.OPTIMISATION);

        private final Class<? extends Stage> stage;
        private final String title;
        private final String duration;
        private final Optional<Time> least;
        private final Optional<Time> most;
        private final String customization;
        private final String objective;
        private final String expertise;

        Usual(
                Class<? extends Stage> stage,
                String title,
                String duration,
                Optional<Time> least,
                Optional<Time> most,
                String customization,
                String objective,
                UsualExpertise expertise) {
            this.stage = stage;
            this.title = title;
            this.duration = duration;
            this.least = least;
            this.most = most;
            this.customization = customization;
            this.objective = objective;
            this.expertise = expertise.words();
        }

        private List<? extends Stage> in(Analysis analysis) {
            return analysis.plan().stages(stage);
        }
    }

    @Override
    public String title() {
        return "Cheat sheet";
    }

    @Override
    public List<Block> render(Analysis analysis) {
        Table.Builder table =
                Table.of(
                        "",
                        "Phase",
                        "Training duration, usual",
                        "In this project",
                        "Customization",
                        "Objective",
                        "Expertise, usual",
                        "In this team");
        List<String> departures = new ArrayList<>();
        String team = expertise(analysis.plan().team());
        for (Usual usual : Usual.values()) {
            List<? extends Stage> stages = usual.in(analysis);
            table.row(
                    usual.title,
                    usual.duration,
                    own(analysis, usual, stages),
                    usual.customization,
                    usual.objective,
                    usual.expertise,
                    stages.isEmpty() ? "" : team);
            for (Stage stage : stages) {
                departure(analysis, usual, stage).ifPresent(departures::add);
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(table.build());
        blocks.add(
                Prose.of(
                        "The usual figures are orders of magnitude of the field's common picture,"
                                + " never an estimate. The project's figures are the time of one run on"
                                + " its own hardware; people's work on a stage is in the schedule."));
        if (!departures.isEmpty()) {
            blocks.add(Prose.list("Where this project differs:", departures));
        }
        return blocks;
    }

    private static String own(Analysis analysis, Usual usual, List<? extends Stage> stages) {
        if (usual == Usual.PROMPTING) {
            return "none";
        }
        if (stages.isEmpty()) {
            return "not planned";
        }
        List<String> runs = new ArrayList<>();
        for (Stage stage : stages) {
            runs.add(
                    stage.name()
                            + ": "
                            + duration(analysis, stage)
                                    .map(Figures::interval)
                                    .orElse("not estimated"));
        }
        return String.join("; ", runs);
    }

    private static Optional<String> departure(Analysis analysis, Usual usual, Stage stage) {
        Optional<Uncertain<Time>> own = duration(analysis, stage);
        if (own.isEmpty() || usual.least.isEmpty() || usual.most.isEmpty()) {
            return Optional.empty();
        }
        Time likely = own.get().likely();
        boolean shorter = likely.compareTo(usual.least.get()) < 0;
        boolean longer = likely.compareTo(usual.most.get()) > 0;
        if (!shorter && !longer) {
            return Optional.empty();
        }
        String compute =
                analysis.value(Dimension.FLOP, "training", stage.name(), "flop")
                        .map(flop -> ": " + Figures.quantity(flop.likely()))
                        .orElse("");
        return Optional.of(
                stage.name()
                        + " takes "
                        + Figures.quantity(likely)
                        + " where "
                        + usual.duration
                        + " are usual, because of its "
                        + (shorter ? "small" : "large")
                        + " amount of computing"
                        + compute
                        + " on "
                        + stage.hardware().map(AdaptAndAlign::text).orElse("assumed hardware")
                        + ".");
    }

    /** Of one run, which is what the common picture speaks of. */
    private static Optional<Uncertain<Time>> duration(Analysis analysis, Stage stage) {
        Optional<Integer> count = stage.hardware().flatMap(Hardware::count).filter(n -> n > 0);
        Optional<Uncertain<AcceleratorHours>> hours =
                analysis.value(
                        Dimension.ACCELERATOR_HOURS, "training", stage.name(), "accelerator-hours");
        if (count.isPresent() && hours.isPresent()) {
            Count accelerators = Count.of(count.get());
            return Optional.of(hours.get().map(h -> h.over(accelerators)));
        }
        return analysis.value(Dimension.TIME, "training", stage.name(), "duration");
    }

    private static String expertise(Team team) {
        List<String> levels = new ArrayList<>();
        team.expertise().ifPresent(level -> levels.add(level.value().word()));
        for (Role role : team.roles()) {
            role.expertise()
                    .map(Level::word)
                    .ifPresent(word -> levels.add(role.name() + " " + word));
        }
        return levels.isEmpty() ? "not said" : String.join(", ", levels);
    }
}
