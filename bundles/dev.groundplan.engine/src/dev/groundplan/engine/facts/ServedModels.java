package dev.groundplan.engine.facts;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.estimators.InferenceMemory;
import dev.groundplan.estimators.PriorSource;
import dev.groundplan.estimators.ServingFormula;
import dev.groundplan.estimators.ServingSetup;
import dev.groundplan.estimators.WeightSize;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Speed and memory of serving, by the formulas that every project uses. */
final class ServedModels implements CaseEstimator {
    private static final double GB = 1e9;
    private static final double MIB = 1 << 20;
    private static final double THOUSAND = 1e3;

    @Override
    public Set<String> quantities() {
        return Set.of(
                "weights_file_GB",
                "inference_mem_GB",
                "inference_mem_MB",
                "ttft_ms",
                "prefill_ms",
                "prefill_tokens_per_s",
                "tpot_ms",
                "decode_ms_per_token",
                "decode_ms_per_token_throughput",
                "decode_tokens_per_s",
                "generation_seconds",
                "inference_e2e_latency_ms",
                "inference_max_output_tokens_per_s",
                "inference_output_tokens_per_s_per_gpu",
                "inference_requests_per_s",
                "mlperf_inference_tokens_per_s");
    }

    @Override
    public Uncertain<Count> estimate(PublishedCase published, CaseSubjects subjects)
            throws NotEstimated {
        ServedCase served = new ServedCase(published, subjects);
        CaseInputs in = published.inputs();
        PriorSource priors = subjects.priors();
        String quantity = published.quantity();
        if (quantity.equals("weights_file_GB")) {
            return CaseEstimator.times(
                    WeightSize.estimate(served.model(), served.weights(), priors), 1 / GB);
        }
        ServingSetup setup = served.setup();
        Count batch = new Count(in.number("batch", 1) * in.number("n", 1));
        if (quantity.startsWith("inference_mem")) {
            double input =
                    served.input()
                            .map(Tokens::value)
                            .orElseGet(() -> in.first("context", "seq_len").orElse(0));
            return CaseEstimator.times(
                    InferenceMemory.estimate(
                            setup,
                            batch,
                            new Tokens(input),
                            served.output().orElse(new Tokens(0)),
                            priors),
                    quantity.endsWith("MB") ? 1 / MIB : 1 / GB);
        }
        ServingFormula formula = new ServingFormula(setup, priors);
        Tokens bare = served.input().orElse(new Tokens(0));
        Tokens alone = served.output().orElse(new Tokens(200));
        Tokens prompt = served.input().orElseGet(() -> new Tokens(in.number("seq_len", 1024)));
        return switch (quantity) {
            case "ttft_ms" ->
                    CaseEstimator.times(first(in, formula, batch, prompt, served), THOUSAND);
            case "prefill_ms" -> CaseEstimator.times(formula.firstToken(batch, prompt), THOUSAND);
            case "prefill_tokens_per_s" ->
                    CaseEstimator.times(formula.promptRate(batch, prompt), 1);
            case "tpot_ms" -> CaseEstimator.times(each(in, formula, batch, served), THOUSAND);
            case "decode_ms_per_token" ->
                    CaseEstimator.times(formula.perToken(batch, bare, alone), THOUSAND);
            case "decode_ms_per_token_throughput" ->
                    CaseEstimator.times(formula.perTokenOfAll(batch, bare, alone), THOUSAND);
            case "decode_tokens_per_s" ->
                    CaseEstimator.times(formula.decodeRate(batch, bare, alone), 1);
            case "generation_seconds" ->
                    CaseEstimator.times(formula.endToEnd(batch, bare, alone), 1);
            case "inference_e2e_latency_ms" ->
                    CaseEstimator.times(formula.endToEnd(batch, bare, alone), THOUSAND);
            case "inference_requests_per_s" ->
                    CaseEstimator.times(
                            formula.requests(
                                    input(served), output(served), count(in.number("max_batch"))),
                            1);
            default -> throughput(published, formula, served, setup);
        };
    }

    private static Uncertain<Count> throughput(
            PublishedCase published, ServingFormula formula, ServedCase served, ServingSetup s) {
        CaseInputs in = published.inputs();
        OptionalDouble together = in.first("batch", "concurrency", "max_num_seqs");
        double samples = in.number("n", 1);
        return CaseEstimator.times(
                formula.throughput(
                        input(served),
                        output(served),
                        count(together).map(c -> new Count(c.value() * samples)),
                        rate(in),
                        published.quantity().startsWith("mlperf")
                                && in.words("scenario").equals("server")),
                published.quantity().endsWith("per_gpu")
                        ? 1 / s.split().orElse(s.accelerators()).value()
                        : 1);
    }

    private static Uncertain<?> first(
            CaseInputs in, ServingFormula formula, Count batch, Tokens prompt, ServedCase served) {
        Optional<Count> together = count(in.number("concurrency"));
        if (together.isPresent()) {
            return formula.firstTokenTogether(together.get(), prompt);
        }
        Optional<RequestRate> rate = rate(in);
        return rate.isPresent()
                ? formula.firstTokenOffered(rate.get(), prompt, output(served))
                : formula.firstToken(batch, prompt);
    }

    private static Uncertain<?> each(
            CaseInputs in, ServingFormula formula, Count batch, ServedCase served) {
        Optional<Count> together = count(in.number("concurrency"));
        Optional<RequestRate> rate = rate(in);
        return together.isEmpty() && rate.isPresent()
                ? formula.perTokenOffered(rate.get(), input(served), output(served))
                : formula.perToken(together.orElse(batch), input(served), output(served));
    }

    private static Tokens input(ServedCase served) {
        return served.input().orElse(ServedCase.USUAL_INPUT);
    }

    private static Tokens output(ServedCase served) {
        return served.output().orElse(ServedCase.USUAL_OUTPUT);
    }

    private static Optional<RequestRate> rate(CaseInputs in) {
        return count(in.number("request_rate")).map(c -> new RequestRate(c.value()));
    }

    private static Optional<Count> count(OptionalDouble number) {
        return number.isPresent() ? Optional.of(new Count(number.getAsDouble())) : Optional.empty();
    }
}
