package dev.groundplan.core.plan;

import dev.groundplan.core.units.Ratio;

/**
 * A way of buying accelerators and the share bought so.
 *
 * @param share of all accelerators; where the file names none, what the others leave in equal parts
 */
public record PurchaseShare(Purchase purchase, Stated<Ratio> share, SourceRange range) {}
