package dev.groundplan.estimators;

import java.util.function.DoubleSupplier;

/**
 * A pass of llama.cpp: one set of kernels for devices of every maker, layers split over devices.
 */
final class NativePass implements PassTime {
    /** Above it, memory is stacked on the package; kernels for graphics memory do not fill it. */
    private static final double STACKED = 1.2e12;

    /** Tokens of a prompt that one device computes while the next one takes the previous ones. */
    private static final double CHUNK = 512;

    private final ServingSetup setup;
    private final DoubleSupplier bandwidth;
    private final DoubleSupplier layer;
    private final DoubleSupplier device;
    private final DoubleSupplier compute;
    private final DoubleSupplier ceiling;
    private final DoubleSupplier blocks;

    NativePass(ServingSetup setup, PassConstants constants) {
        this.setup = setup;
        boolean quantised = setup.weights().kernel() != WeightFormat.Kernel.PLAIN;
        String memory =
                setup.accelerator().vendor().filter("Apple"::equals).isPresent()
                        ? "unified"
                        : setup.accelerator().bandwidth().value() > STACKED && !setup.halved()
                                ? "stacked"
                                : "graphics";
        bandwidth = constants.of("native." + memory + (quantised ? "-blocks" : ""));
        layer = constants.of("layer");
        device = constants.of("native.device");
        compute = constants.of("compute");
        ceiling = constants.of("native.ceiling");
        blocks = quantised ? constants.of("narrow-prompt") : () -> 1;
    }

    @Override
    public double seconds(Pass pass) {
        ServedModel model = setup.model();
        double devices = Math.max(1, setup.accelerators().value());
        double read = setup.read(pass.tokens(), setup.weights().body().value()) + pass.cache();
        double memory =
                read / (bandwidth.getAsDouble() * setup.accelerator().bandwidth().value())
                        + model.architecture().layers() * layer.getAsDouble()
                        + Math.sqrt(devices - 1) * device.getAsDouble();
        if (!pass.prompt()) {
            // few sequences at once cost little more than one
            double more = pass.operations(model, 0) - 2 * model.activeBody();
            return memory + Math.max(0, more) / rate();
        }
        double operations = pass.operations(model, 0) + pass.attention();
        double one =
                blocks.getAsDouble() * (operations / rate() + operations / ceiling.getAsDouble());
        double chunks = Math.max(1, pass.tokens() / CHUNK);
        double shared = one * (chunks + devices - 1) / (chunks * devices);
        // a short prompt takes no less than a pass over the weights
        return Math.max(shared, memory);
    }

    private double rate() {
        return compute.getAsDouble() * setup.wide() * (setup.halved() ? 2 : 1);
    }
}
