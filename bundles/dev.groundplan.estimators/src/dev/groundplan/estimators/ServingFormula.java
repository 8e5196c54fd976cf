package dev.groundplan.estimators;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Energy;
import dev.groundplan.core.units.Power;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Time;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.TokensPerSecond;
import dev.groundplan.core.units.Uncertain;
import java.util.Locale;
import java.util.Optional;

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

    private static final double JOULES_A_KWH = 3.6e6;

    /** Halves a span of sequences to well below one. */
    private static final int HALVINGS = 30;

    private final ServingSetup setup;
    private final PriorSource priors;
    private final ReplicaTime replica;

    /**
     * @param priors of the catalogue, by name
     */
    public ServingFormula(ServingSetup setup, PriorSource priors) {
        this.setup = setup;
        this.priors = priors;
        this.replica = ReplicaTime.likely(setup, priors);
    }

    /** Until the first tokens of so many requests that start together on a free machine. */
    public Uncertain<Time> firstToken(Count requests, Tokens input) {
        return measured(
                new Time(replica.prompts(requests.value(), input.value())),
                Measure.FIRST_TOKEN,
                false);
    }

    /**
     * Mean over requests that are kept under way together and started together: half of them wait.
     */
    public Uncertain<Time> firstTokenTogether(Count together, Tokens input) {
        double waiting = (together.value() + 1) / 2;
        double share = replica.share(together.value(), input.value());
        return measured(new Time(waiting * share), Measure.FIRST_TOKEN, false);
    }

    /** Of requests that arrive one by one at that rate, each waiting for those before it. */
    public Uncertain<Time> firstTokenOffered(RequestRate rate, Tokens input, Tokens output) {
        double each = replica.share(1, input.value());
        double busy = Math.min(MOST_BUSY, rate.value() * each);
        double step = replica.further(underWay(rate, input, output), context(input, output));
        double waits = busy / (2 * (1 - busy)) * each;
        return measured(new Time(each + step + waits), Measure.FIRST_TOKEN, false);
    }

    /**
     * Between two tokens while requests arrive at that rate, prompts computed between the steps.
     */
    public Uncertain<Time> perTokenOffered(RequestRate rate, Tokens input, Tokens output) {
        double b = underWay(rate, input, output);
        double free = Math.max(1 - MOST_BUSY, 1 - rate.value() * replica.share(1, input.value()));
        double step = replica.further(b, context(input, output));
        return measured(new Time(step / free), Measure.PER_TOKEN, false);
    }

    /**
     * Sequences that a rate keeps under way: as many as arrive while one is answered (Little's
     * law).
     */
    private double underWay(RequestRate rate, Tokens input, Tokens output) {
        double context = context(input, output);
        double low = 1;
        double high =
                Math.max(1, Math.min(likely("serving.batch-most"), replica.room(context, priors)));
        for (int i = 0; i < HALVINGS; i++) {
            double b = Math.sqrt(low * high);
            double free =
                    Math.max(1 - MOST_BUSY, 1 - rate.value() * replica.share(1, input.value()));
            double arriving = rate.value() * output.value() * replica.further(b, context) / free;
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
                new Time(replica.further(held(together, input, output), context(input, output))),
                Measure.PER_TOKEN,
                false);
    }

    /** Of so many, those that memory holds at once; the others wait. */
    private double held(Count together, Tokens input, Tokens output) {
        return setup.engine().batchesContinuously()
                ? Math.max(
                        1, Math.min(together.value(), replica.room(context(input, output), priors)))
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
                output.value() * replica.further(together.value(), context(input, output))
                        + (prompt && input.value() > 1
                                ? replica.prompts(together.value(), input.value())
                                : 0);
        return measured(new TokensPerSecond(output.value() / seconds), Measure.PER_TOKEN, true);
    }

    /** Tokens of prompts a second. */
    public Uncertain<TokensPerSecond> promptRate(Count requests, Tokens input) {
        double tokens = requests.value() * input.value();
        return measured(
                new TokensPerSecond(tokens / replica.prompts(requests.value(), input.value())),
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
                double replicas =
                        Math.max(1, Math.floor(setup.accelerators().value() / split.tensor()));
                best =
                        Math.max(
                                best,
                                replicas * rate(split, input, output, most, given ? 8 : devices));
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

    /**
     * Electricity of the accelerators for a token of an answer, requests waiting without end; the
     * range of their power and that of the throughput count as independent.
     */
    public Uncertain<Energy> energyPerToken(Tokens input, Tokens output, Optional<Count> together) {
        Uncertain<?> share = priors.prior("energy.serving-share").value();
        double watts =
                setup.accelerator().power().map(Power::value).orElse(likely("energy.accelerator"))
                        * setup.accelerators().value()
                        * share.likely().value();
        Uncertain<Energy> energy =
                throughput(input, output, together, Optional.empty(), false)
                        .map(x -> new Energy(watts / x.value() / JOULES_A_KWH));
        return new Uncertain<>(
                energy.likely().times(both(energy.low(), energy.likely(), share.low(), share)),
                energy.likely(),
                energy.likely().times(both(energy.high(), energy.likely(), share.high(), share)));
    }

    /** The ends of two independent factors as one: distances in proportion add as squares. */
    private static double both(
            Energy end, Energy middle, Quantity<?> otherEnd, Uncertain<?> other) {
        double one = StrictMath.log(end.value() / middle.value());
        double two = StrictMath.log(otherEnd.value() / other.likely().value());
        return StrictMath.exp(Math.signum(one) * StrictMath.hypot(one, two));
    }

    /** Requests a second of all accelerators, requests waiting without end. */
    public Uncertain<RequestRate> requests(Tokens input, Tokens output, Optional<Count> together) {
        return throughput(input, output, together, Optional.empty(), false)
                .map(x -> new RequestRate(x.value() / output.value()));
    }

    /** Of one replica; even one that memory is too small for takes one request. */
    private double rate(
            ServingSetup split, Tokens input, Tokens output, double most, double devices) {
        ReplicaTime time = split == setup ? replica : ReplicaTime.likely(split, priors);
        double room = time.room(context(input, output), priors);
        if (room < 1 && devices < Math.min(8, setup.accelerators().value())) {
            return 0;
        }
        double b = Math.max(1, Math.min(most, room));
        return time.throughput(b, input.value(), output.value());
    }

    private double whole(double requests, Tokens input, Tokens output) {
        return output.value() * replica.further(requests, context(input, output))
                + (input.value() > 1 ? replica.prompts(requests, input.value()) : 0);
    }

    /** Mean length while an answer grows. */
    private static double context(Tokens input, Tokens output) {
        return input.value() + output.value() / 2;
    }

    private double likely(String prior) {
        return Likely.of(priors, prior);
    }

    private enum Measure {
        FIRST_TOKEN,
        PER_TOKEN,
        END_TO_END,
        THROUGHPUT,
        THROUGHPUT_EXPERTS;

        String prior() {
            return "serving.residual." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** With what published measurements deviate by. */
    private <Q extends Quantity<Q>> Uncertain<Q> measured(Q value, Measure measure, boolean rate) {
        boolean ofTime = measure == Measure.FIRST_TOKEN || measure == Measure.PER_TOKEN;
        double guesses = setup.guesses().value();
        return rate && ofTime
                ? Residual.aroundRate(value, measure.prior(), guesses, priors)
                : Residual.around(value, measure.prior(), guesses, priors);
    }
}
