package dev.groundplan.estimators;

import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.units.BytesPerSecond;
import java.util.function.DoubleSupplier;

/**
 * A pass through kernels that were made for the device: multiplication, reading of weights, reading
 * of the cache, attention and what does not depend on size follow one another.
 */
final class FusedPass implements PassTime {
    private final ServingSetup setup;
    private final double peak;
    private final double wide;
    private final double halved;
    private final DoubleSupplier reached;
    private final DoubleSupplier compute;
    private final DoubleSupplier gain;
    private final DoubleSupplier experts;
    private final DoubleSupplier bandwidth;
    private final DoubleSupplier cacheBandwidth;
    private final DoubleSupplier attention;
    private final DoubleSupplier tile;
    private final DoubleSupplier layer;
    private final DoubleSupplier promptLayer;
    private final DoubleSupplier expertLayers;
    private final DoubleSupplier step;
    private final DoubleSupplier sequence;
    private final DoubleSupplier latency;
    private final DoubleSupplier bus;
    private final DoubleSupplier host;
    private final DoubleSupplier unpack;

    FusedPass(ServingSetup setup, PassConstants constants) {
        this.setup = setup;
        Precision arithmetic = setup.weights().arithmetic();
        boolean mixture = setup.model().mixture();
        boolean split = setup.tensor() > 1;
        peak = ServingSetup.peak(setup.accelerator(), arithmetic);
        wide = setup.wide();
        halved = setup.engine() == ServingEngine.COMPILED && setup.halved() ? 2 : 1;
        reached =
                setup.reached()
                        .<DoubleSupplier>map(r -> () -> r)
                        .orElseGet(() -> constants.of("achievable"));
        compute = constants.of("compute");
        gain =
                arithmetic == Precision.FP4
                        ? constants.of("fp4-gain")
                        : arithmetic == Precision.FP8 || arithmetic == Precision.INT8
                                ? constants.of("fp8-gain")
                                : () -> 1;
        experts = mixture ? constants.of("experts-compute") : () -> 1;
        bandwidth = constants.of("bandwidth");
        cacheBandwidth = constants.of("cache-bandwidth");
        attention = constants.of("attention");
        tile =
                constants.of(
                        setup.weights().narrow() && arithmetic == Precision.BF16
                                ? "tile-narrow"
                                : "tile");
        layer = constants.of("layer");
        promptLayer = constants.of("prompt-layer");
        expertLayers = mixture ? constants.of("experts-layer") : () -> 1;
        step = constants.of("step");
        sequence = setup.engine().batchesContinuously() ? constants.of("sequence") : () -> 0;
        latency = split ? constants.of("all-reduce-latency") : () -> 0;
        bus = split ? constants.of("all-reduce-bandwidth") : () -> 1;
        host = split ? constants.of("host-link") : () -> 1;
        unpack = unpacks() ? constants.of("unpacked") : () -> 0;
    }

    @Override
    public double seconds(Pass pass) {
        ServedModel model = setup.model();
        double devices = setup.tensor();
        double rate = reached.getAsDouble() * devices;
        double multiply =
                pass.operations(model, tile.getAsDouble())
                        / (compute.getAsDouble()
                                * gain.getAsDouble()
                                * experts.getAsDouble()
                                * peak
                                * halved
                                * rate);
        double speed = setup.accelerator().bandwidth().value();
        double body = setup.weights().body().value() + unpack.getAsDouble();
        double read = setup.read(pass.tokens(), body) / (bandwidth.getAsDouble() * speed * devices);
        double cached =
                pass.cache() / (cacheBandwidth.getAsDouble() * speed * model.cacheParts(devices));
        double attend = pass.attention() / (attention.getAsDouble() * wide * rate);
        double launches =
                model.architecture().layers()
                        * (pass.prompt() ? promptLayer.getAsDouble() : layer.getAsDouble())
                        * expertLayers.getAsDouble();
        double scheduled = step.getAsDouble() + pass.sequences() * sequence.getAsDouble();
        return multiply + read + cached + attend + launches + scheduled + exchange(pass, devices);
    }

    /**
     * Integers were made wide in memory before the first engines multiplied them: written and read
     * again.
     */
    private boolean unpacks() {
        return setup.engine() == ServingEngine.KERNELS
                && (setup.weights().kernel() == WeightFormat.Kernel.INTEGER
                        || setup.weights().kernel() == WeightFormat.Kernel.FUSED);
    }

    /** Two all-reduces a layer. */
    private double exchange(Pass pass, double devices) {
        if (devices <= 1) {
            return 0;
        }
        double bytes =
                2
                        * (devices - 1)
                        / devices
                        * pass.tokens()
                        * setup.model().architecture().hidden()
                        * 2;
        double link =
                setup.accelerator()
                        .interconnect()
                        .map(BytesPerSecond::value)
                        .filter(x -> x > 0)
                        .orElse(setup.accelerator().bandwidth().value());
        double reachedLink = bus.getAsDouble() * link;
        // where devices have no link of their own, what they exchange goes through the host
        double rate =
                devices > setup.accelerator().node()
                        ? Math.min(reachedLink, host.getAsDouble())
                        : reachedLink;
        return 2 * setup.model().architecture().layers() * (latency.getAsDouble() + bytes / rate);
    }
}
