package dev.groundplan.estimators;

import dev.groundplan.core.plan.Prior;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.TokensPerSecond;
import dev.groundplan.core.units.Uncertain;

import java.util.Optional;
import java.util.function.Function;

/**
 * Latency and throughput of a model on a machine, as a source measures them: with the inputs that
 * it publishes and no plan around them. The formulas are those of {@link ServingPerformance}.
 */
public final class ServingFormula {
    /**
     * Share of its time for which a server is ever counted as busy: beyond, queues grow without
     * end.
     */
    private static final double MOST_BUSY = 0.95;

    /** Halves a span of sequences to well below one. */
    private static final int HALVINGS = 30;

    private final ServingSetup setup;
    private final Function<String, Prior> priors;
    private final PassTime pass;

    /**
     * @param priors of the catalogue, by name
     */
    public ServingFormula(ServingSetup setup, Function<String, Prior> priors) {
        this.setup = setup;
        this.priors = priors;
        this.pass = pass(setup, PassConstants.likely(setup.engine(), priors));
    }

    static PassTime pass(ServingSetup setup, PassConstants constants) {
        return switch (setup.engine()) {
            case EAGER -> new EagerPass(setup, constants);
            case NATIVE -> new NativePass(setup, constants);
            case COMPILED ->
                    ServingEngine.hosted(setup.engineWords())
                            ? hosted(setup, constants)
                            : new FusedPass(setup, constants);
            case SERVED, TUNED, KERNELS -> new FusedPass(setup, constants);
        };
    }

    /** Further tokens through kernels of its own, prompts through the framework around them. */
    private static PassTime hosted(ServingSetup setup, PassConstants constants) {
        PassTime prompts = new EagerPass(setup, constants.as(ServingEngine.EAGER));
        PassTime further = new FusedPass(setup, constants);
        return pass -> (pass.prompt() ? prompts : further).seconds(pass);
    }

    /** Until the first tokens of so many requests that start together on a free machine. */
    public Uncertain<Time> firstToken(Count requests, Tokens input) {
        return measured(
                new Time(prompts(requests.value(), input.value())), Measure.FIRST_TOKEN, false);
    }

    /**
     * Mean over requests that are kept under way together and started together: half of them wait.
     */
    public Uncertain<Time> firstTokenTogether(Count together, Tokens input) {
        double waiting = (together.value() + 1) / 2;
        double share = share(together.value(), input.value());
        return measured(new Time(waiting * share), Measure.FIRST_TOKEN, false);
    }

    /** Of requests that arrive one by one at that rate, each waiting for those before it. */
    public Uncertain<Time> firstTokenOffered(RequestRate rate, Tokens input, Tokens output) {
        double each = share(1, input.value());
        double busy = Math.min(MOST_BUSY, rate.value() * each);
        double step = further(setup, pass, underWay(rate, input, output), context(input, output));
        double waits = busy / (2 * (1 - busy)) * each;
        return measured(new Time(each + step + waits), Measure.FIRST_TOKEN, false);
    }

    /**
     * Between two tokens while requests arrive at that rate, prompts computed between the steps.
     */
    public Uncertain<Time> perTokenOffered(RequestRate rate, Tokens input, Tokens output) {
        double b = underWay(rate, input, output);
        double free = Math.max(1 - MOST_BUSY, 1 - rate.value() * share(1, input.value()));
        double step = further(setup, pass, b, context(input, output));
        return measured(new Time(step / free), Measure.PER_TOKEN, false);
    }

    /**
     * Sequences that a rate keeps under way: as many as arrive while one is answered (Little's
     * law).
     */
    private double underWay(RequestRate rate, Tokens input, Tokens output) {
        double context = context(input, output);
        double low = 1;
        double high = Math.max(1, Math.min(likely("serving.batch-most"), room(setup, context)));
        for (int i = 0; i < HALVINGS; i++) {
            double b = Math.sqrt(low * high);
            double free = Math.max(1 - MOST_BUSY, 1 - rate.value() * share(1, input.value()));
            double arriving =
                    rate.value() * output.value() * further(setup, pass, b, context) / free;
            if (arriving > b) {
                low = b;
            } else {
                high = b;
            }
        }
        return high;
    }

    /**
     * Between two tokens of a sequence, while so many are under way; the mean over their answers.
     */
    public Uncertain<Time> perToken(Count together, Tokens input, Tokens output) {
        return measured(
                new Time(
                        further(
                                setup,
                                pass,
                                held(together, input, output),
                                context(input, output))),
                Measure.PER_TOKEN,
                false);
    }

    /** Of so many, those that memory holds at once; the others wait. */
    private double held(Count together, Tokens input, Tokens output) {
        return setup.engine().batchesContinuously()
                ? Math.max(1, Math.min(together.value(), room(setup, context(input, output))))
                : together.value();
    }

    /** The same divided by the sequences: the mean time that a token of any of them takes. */
    public Uncertain<Time> perTokenOfAll(Count together, Tokens input, Tokens output) {
        return perToken(together, input, output).map(t -> t.dividedBy(together.value()));
    }

    /** From the requests to the ends of their answers, one static batch. */
    public Uncertain<Time> endToEnd(Count requests, Tokens input, Tokens output) {
        return measured(
                new Time(whole(requests.value(), input, output)), Measure.END_TO_END, false);
    }

    /**
     * Tokens of one sequence a second, its prompt included where the engine's measurements include
     * it.
     */
    public Uncertain<TokensPerSecond> decodeRate(Count together, Tokens input, Tokens output) {
        boolean prompt =
                setup.engine().batchesContinuously() || setup.engine() == ServingEngine.EAGER;
        double seconds =
                output.value() * further(setup, pass, together.value(), context(input, output))
                        + (prompt && input.value() > 1
                                ? prompts(together.value(), input.value())
                                : 0);
        return measured(new TokensPerSecond(output.value() / seconds), Measure.PER_TOKEN, true);
    }

    /** Tokens of prompts a second. */
    public Uncertain<TokensPerSecond> promptRate(Count requests, Tokens input) {
        double tokens = requests.value() * input.value();
        return measured(
                new TokensPerSecond(tokens / prompts(requests.value(), input.value())),
                Measure.FIRST_TOKEN,
                true);
    }

    /**
     * Answers' tokens a second of all accelerators, requests waiting without end.
     *
     * @param together most requests under way in a replica; empty when only memory limits them
     * @param offered requests a second that arrive at most
     * @param served whether a service level holds rather than only the end of all
     */
    public Uncertain<TokensPerSecond> throughput(
            Tokens input,
            Tokens output,
            Optional<Count> together,
            Optional<RequestRate> offered,
            boolean served) {
        double most = together.map(Count::value).orElseGet(() -> likely("serving.batch-most"));
        double best = 0;
        for (double devices = 1; devices <= 8; devices *= 2) {
            boolean open = setup.split().isEmpty() && devices <= setup.accelerators().value();
            boolean given = setup.split().isPresent() && devices == 1;
            if (open || given) {
                ServingSetup split = given ? setup : setup.splitOver(devices);
                double replicas = Math.max(1, setup.accelerators().value() / split.tensor());
                best = Math.max(best, replicas * rate(split, input, output, most, devices));
            }
        }
        double limited =
                offered.map(o -> Math.min(o.value() * output.value(), Double.MAX_VALUE))
                        .orElse(Double.MAX_VALUE);
        double derate = served ? likely("serving.service-derate") : 1;
        return measured(
                new TokensPerSecond(Math.min(limited, best * derate)),
                setup.model().mixture() ? Measure.THROUGHPUT_EXPERTS : Measure.THROUGHPUT,
                true);
    }

    /** Requests a second of all accelerators, requests waiting without end. */
    public Uncertain<RequestRate> requests(Tokens input, Tokens output, Optional<Count> together) {
        return throughput(input, output, together, Optional.empty(), false)
                .map(x -> new RequestRate(x.value() / output.value()));
    }

    /** Of one replica; even one that memory is too small for takes one request. */
    private double rate(
            ServingSetup split, Tokens input, Tokens output, double most, double devices) {
        PassTime time =
                split == setup ? pass : pass(split, PassConstants.likely(setup.engine(), priors));
        double context = context(input, output);
        double room = room(split, context);
        if (room < 1 && devices < Math.min(8, setup.accelerators().value())) {
            return 0;
        }
        double b = Math.max(1, Math.min(most, room));
        return throughput(split, time, b, input.value(), output.value(), chunk());
    }

    /**
     * Of a replica with so many requests under way: while prompts are computed, decoding waits.
     *
     * @param chunk tokens of prompts that are computed together
     */
    static double throughput(
            ServingSetup setup,
            PassTime time,
            double b,
            double input,
            double output,
            double chunk) {
        double each = further(setup, time, b, input + output / 2);
        double together = Math.max(1, Math.min(b, chunk / Math.max(1, input)));
        double prompt =
                time.seconds(PassTime.Pass.prompts(setup.model(), together, input)) / together;
        return b * output / (output * each + b * prompt);
    }

    static double further(ServingSetup setup, PassTime time, double b, double context) {
        return time.seconds(PassTime.Pass.further(b, b * setup.cache(context)));
    }

    /** How many sequences of that length memory holds beside the weights. */
    private double room(ServingSetup split, double context) {
        double devices = Math.max(1, split.tensor());
        double memory =
                split.accelerator().memory().value() * devices * likely("serving.memory.usable")
                        - WeightSize.bytes(split.model(), split.weights(), priors)
                        - devices * likely("serving.memory.runtime");
        double copies = devices / split.model().cacheParts(devices);
        return Math.max(0, memory) / Math.max(1, split.cache(context) * copies);
    }

    private double whole(double requests, Tokens input, Tokens output) {
        return output.value() * further(setup, pass, requests, context(input, output))
                + (input.value() > 1 ? prompts(requests, input.value()) : 0);
    }

    private double prompts(double requests, double tokens) {
        return pass.seconds(PassTime.Pass.prompts(setup.model(), requests, Math.max(1, tokens)));
    }

    /** Of a prompt among others that are computed with it. */
    private double share(double requests, double tokens) {
        double together = Math.max(1, Math.min(requests, chunk() / Math.max(1, tokens)));
        return prompts(together, tokens) / together;
    }

    private double chunk() {
        return likely("serving.chunk");
    }

    /** Mean length while an answer grows. */
    private static double context(Tokens input, Tokens output) {
        return input.value() + output.value() / 2;
    }

    private double likely(String prior) {
        return priors.apply(prior).value().likely().value();
    }

    private enum Measure {
        FIRST_TOKEN,
        PER_TOKEN,
        END_TO_END,
        THROUGHPUT,
        THROUGHPUT_EXPERTS;

        String prior() {
            return "serving.residual."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** With what published measurements deviate by; for a rate, the other way round. */
    private <Q extends Quantity<Q>> Uncertain<Q> measured(Q value, Measure measure, boolean rate) {
        Uncertain<?> residual = priors.apply(measure.prior()).value();
        boolean inverse = rate && (measure == Measure.FIRST_TOKEN || measure == Measure.PER_TOKEN);
        double wider = 1 + setup.guesses().value() / 2;
        double low = inverse ? 1 / residual.high().value() : residual.low().value();
        double high = inverse ? 1 / residual.low().value() : residual.high().value();
        return Uncertain.of(
                value.times(StrictMath.pow(low, wider)),
                value,
                value.times(StrictMath.pow(high, wider)));
    }
}
