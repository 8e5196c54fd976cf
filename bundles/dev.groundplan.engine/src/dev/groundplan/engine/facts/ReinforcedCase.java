package dev.groundplan.engine.facts;

import dev.groundplan.core.plan.Parallel;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Parameters;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.estimators.ReinforceCase;
import dev.groundplan.estimators.TrainingCase;
import dev.groundplan.estimators.TrainingStack;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reinforcement learning in the words of a source. */
final class ReinforcedCase {
    /** Both ends of a length: {@code 200-400}. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*([0-9]{1,7})\\s*(?:-|–|\\.\\.|to)\\s*([0-9]{1,7}).*");

    /** Of a sequence of which only the whole is known, the prompt takes a fifth, and at most so. */
    private static final double PROMPT_SHARE = 0.2;

    private static final double PROMPT_MOST = 200;

    private record Lengths(double prompt, double answer, double longest) {}

    private final PublishedCase published;
    private final CaseInputs inputs;
    private final CaseSubjects subjects;

    ReinforcedCase(PublishedCase published, CaseSubjects subjects) {
        this.published = published;
        inputs = published.inputs();
        this.subjects = subjects;
    }

    ReinforceCase step() throws NotEstimated {
        Lengths lengths = lengths();
        String framework = inputs.words("framework");
        TrainingCase job =
                TrainedCase.of(
                                published,
                                subjects.models().of(published),
                                Optional.empty(),
                                subjects)
                        .with(split());
        boolean fused = TrainingStack.of(framework) == TrainingStack.MEGATRON;
        String algorithm = inputs.words("algorithm");
        boolean critic = algorithm.isEmpty() || algorithm.contains("ppo");
        return new ReinforceCase(
                job.by(fused ? TrainingStack.MEGATRON : TrainingStack.EAGER),
                critic ? ReinforceCase.Algorithm.PPO : ReinforceCase.Algorithm.GRPO,
                new Count(rollouts()),
                new Tokens(lengths.prompt()),
                new Tokens(lengths.answer()),
                new Tokens(lengths.longest()),
                critic(),
                positive("gen_tp").map(Count::new),
                ReinforceCase.hybrid(framework),
                ReinforceCase.separate(framework),
                inputs.words("policy").contains("off") || inputs.words("policy").contains("async"));
    }

    /** Answers of a whole run. */
    Count answers() {
        Optional<Double> prompts = positive("query_tokens");
        if (prompts.isPresent()) {
            Lengths lengths = lengths();
            double generated = inputs.number("generated_tokens", prompts.get());
            return new Count((prompts.get() + generated) / (lengths.prompt() + lengths.answer()));
        }
        double samples =
                positive("samples")
                        .or(() -> positive("examples"))
                        .or(() -> positive("steps").map(n -> n * rollouts()))
                        .orElseGet(() -> likely("reinforce.answers"));
        return new Count(samples * positive("epochs").orElse(1.0));
    }

    private double rollouts() {
        for (String name : new String[] {"rollouts_per_step", "prompts", "global_batch"}) {
            Optional<Double> found = positive(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return likely("reinforce.batch");
    }

    private Lengths lengths() {
        Optional<Double> total = positive("avg_total_seq_len");
        if (total.isPresent()) {
            double prompt = Math.min(PROMPT_MOST, PROMPT_SHARE * total.get());
            double answer = total.get() - prompt;
            double longest = inputs.number("seq_len", 2 * answer + prompt) - prompt;
            return new Lengths(prompt, answer, Math.max(answer, longest));
        }
        double prompt = length("isl").orElseGet(() -> likely("reinforce.prompt"));
        double answer = length("osl").orElseGet(() -> likely("reinforce.answer"));
        return new Lengths(prompt, answer, answer);
    }

    private OptionalDouble length(String name) {
        Matcher between = BETWEEN.matcher(inputs.words(name));
        if (between.matches()) {
            double low = Double.parseDouble(between.group(1));
            double high = Double.parseDouble(between.group(2));
            return OptionalDouble.of(Math.max(1, (low + high) / 2));
        }
        OptionalDouble number = inputs.number(name);
        return number.isPresent() && number.getAsDouble() >= 1 ? number : OptionalDouble.empty();
    }

    /** Of the critic, else of the reward model that it begins as. */
    private Optional<Parameters> critic() {
        return positive("reward_params")
                .or(() -> positive("critic_params"))
                .or(() -> size("reward"))
                .or(() -> size("critic"))
                .map(Parameters::new);
    }

    private Optional<Double> size(String name) {
        OptionalDouble found = CaseModels.sizeIn(inputs.text(name).orElse(""));
        return found.isPresent() && found.getAsDouble() > 0
                ? Optional.of(found.getAsDouble())
                : Optional.empty();
    }

    private Parallel split() {
        return new Parallel(
                ways("train_tp").or(() -> ways("tp")),
                ways("train_pp").or(() -> ways("pp")),
                Optional.empty(),
                ways("train_cp").or(() -> ways("cp")),
                ways("train_ep").or(() -> ways("ep")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SourceRange.NOWHERE);
    }

    private Optional<Integer> ways(String name) {
        return positive(name).filter(n -> n >= 1).map(n -> (int) Math.round(n));
    }

    private Optional<Double> positive(String name) {
        OptionalDouble number = inputs.number(name);
        return number.isPresent() && number.getAsDouble() > 0
                ? Optional.of(number.getAsDouble())
                : Optional.empty();
    }

    private double likely(String prior) {
        return subjects.priors().prior(prior).value().likely().value();
    }
}
