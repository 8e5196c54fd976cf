package dev.groundplan.estimators;

import java.util.function.DoubleSupplier;

/**
 * A pass whose layers a host dispatches one by one: whichever takes longer, the host or the device.
 */
final class EagerPass implements PassTime {
    private static final double LOOKUP_TWICE = 0.53;

    private final ServingSetup setup;
    private final DoubleSupplier reached;
    private final DoubleSupplier compute;
    private final DoubleSupplier bandwidth;
    private final DoubleSupplier cacheBandwidth;
    private final DoubleSupplier layer;
    private final DoubleSupplier form;
    private final DoubleSupplier splitLayer;
    private final DoubleSupplier unpack;
    private final DoubleSupplier narrow;

    EagerPass(ServingSetup setup, PassConstants constants) {
        this.setup = setup;
        reached =
                setup.reached()
                        .<DoubleSupplier>map(r -> () -> r)
                        .orElseGet(() -> constants.of("achievable"));
        compute = constants.of("compute");
        bandwidth = constants.of("bandwidth");
        cacheBandwidth = constants.of("cache-bandwidth");
        layer = constants.of("layer");
        WeightFormat.Kernel kernel = setup.weights().kernel();
        boolean hosted = ServingEngine.hosted(setup.engineWords());
        form =
                kernel == WeightFormat.Kernel.LOOKUP || hosted
                        ? constants.of("eager.lookup-layer")
                        : kernel == WeightFormat.Kernel.INTEGER
                                ? constants.of("eager.integer-layer")
                                : () -> 0;
        splitLayer = setup.tensor() > 1 ? constants.of("eager.split-layer") : () -> 0;
        boolean unpacks =
                !hosted
                        && (kernel == WeightFormat.Kernel.INTEGER
                                || kernel == WeightFormat.Kernel.FUSED);
        narrow = hosted ? constants.of("narrow-prompt") : () -> 1;
        unpack = unpacks ? constants.of("unpacked") : () -> 0;
    }

    @Override
    public double seconds(Pass pass) {
        ServedModel model = setup.model();
        double devices = setup.tensor();
        double rate = compute.getAsDouble() * reached.getAsDouble() * setup.wide() * devices;
        double speed = setup.accelerator().bandwidth().value() * devices;
        double body = setup.weights().body().value() + unpack.getAsDouble();
        double device =
                setup.read(pass.tokens(), body) / (bandwidth.getAsDouble() * speed)
                        + narrow.getAsDouble()
                                * (pass.operations(model, 0) + pass.attention())
                                / rate
                        + pass.cache() / (cacheBandwidth.getAsDouble() * speed);
        // scales that are quantised themselves take a second look-up
        boolean twice =
                setup.weights().kernel() == WeightFormat.Kernel.LOOKUP
                        && setup.weights().body().value() < LOOKUP_TWICE;
        double dispatched =
                layer.getAsDouble()
                        + form.getAsDouble() * (twice ? 4.0 / 3 : 1)
                        + splitLayer.getAsDouble();
        return Math.max(device, model.architecture().layers() * dispatched);
    }
}
