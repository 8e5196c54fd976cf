package dev.groundplan.estimators;

import dev.groundplan.core.plan.AcceleratorSpec;
import dev.groundplan.core.plan.Hardware;
import dev.groundplan.core.plan.Precision;
import dev.groundplan.core.plan.Purchase;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.units.Bytes;
import dev.groundplan.core.units.BytesPerSecond;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.FlopPerSecond;
import dev.groundplan.core.units.Money;
import dev.groundplan.core.units.PricePerHour;
import dev.groundplan.core.units.Uncertain;
import java.util.Map;
import java.util.Optional;

/** Accelerators for tests, with round prices. */
final class Devices {
    private Devices() {}

    static AcceleratorSpec accelerator(
            String name,
            double gigabytes,
            double terabytesPerSecond,
            double teraflops,
            double usd) {
        PricePerHour price = new PricePerHour(Money.of(usd, CurrencyCode.USD));
        return new AcceleratorSpec(
                name,
                Optional.empty(),
                SourceRange.NOWHERE,
                Optional.empty(),
                Bytes.gigabytes(gigabytes),
                new BytesPerSecond(terabytesPerSecond * 1e12),
                Map.of(Precision.BF16, FlopPerSecond.teraflops(teraflops)),
                Optional.empty(),
                Optional.of(new BytesPerSecond(300e9)),
                Optional.empty(),
                8,
                Optional.empty(),
                Map.of(
                        Purchase.ON_DEMAND,
                        Plans.written(Uncertain.of(price.times(0.7), price, price.times(1.4)))),
                false,
                Optional.empty(),
                Source.UNKNOWN,
                Map.of());
    }

    static AcceleratorSpec a100(int gigabytes) {
        return accelerator(
                "A100-SXM-" + gigabytes + "GB", gigabytes, gigabytes == 40 ? 1.555 : 2.039, 312, 2);
    }

    static AcceleratorSpec h100() {
        return accelerator("H100-SXM-80GB", 80, 3.35, 989, 3);
    }

    static Hardware of(int count, AcceleratorSpec accelerator) {
        return new Hardware(Optional.of(count), accelerator, Optional.empty(), SourceRange.NOWHERE);
    }

    static Hardware any(AcceleratorSpec accelerator) {
        return new Hardware(Optional.empty(), accelerator, Optional.empty(), SourceRange.NOWHERE);
    }
}
