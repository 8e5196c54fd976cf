package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Confidence;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.Source;
import dev.groundplan.core.plan.Stated;
import java.time.LocalDate;
import java.util.Optional;

/** Where a declaration has its figures from. */
final class Provenance {
    private Provenance() {}

    /** Of a block as a whole. */
    static Source source(Block block) {
        return read(block);
    }

    /** Of one property: what a {@code for} block says of it, or else the block's own source. */
    static Source source(Block block, String property) {
        return block.children("Provenance").stream()
                .filter(origin -> origin.words("properties").contains(property))
                .findFirst()
                .map(Provenance::read)
                .orElseGet(() -> read(block));
    }

    /** Unless it says how sure it is, a source is quoted, and none is recalled. */
    private static Source read(Block block) {
        String text = block.text("source").orElse(Source.UNKNOWN.text());
        Confidence confidence =
                block.text("confidence")
                        .flatMap(Provenance::confidence)
                        .orElse(
                                text.equals(Source.UNKNOWN.text())
                                        ? Confidence.RECALLED
                                        : Confidence.QUOTED);
        return new Source(text, block.date("as-of"), confidence, block.layer());
    }

    private static Optional<Confidence> confidence(String word) {
        return switch (word) {
            case "verified" -> Optional.of(Confidence.VERIFIED);
            case "quoted" -> Optional.of(Confidence.QUOTED);
            case "recalled" -> Optional.of(Confidence.RECALLED);
            default -> Optional.empty();
        };
    }

    /** A figure that holds wherever the declaration is used. */
    static <T> Stated<T> entry(Block block, String property, T value) {
        return entry(block, property, value, Optional.empty());
    }

    /** A figure that holds from a day on. */
    static <T> Stated<T> entry(Block block, String property, T value, Optional<LocalDate> since) {
        return new Stated<>(
                value,
                new Origin.FromCatalogue(
                        block.name(), source(block, property), block.header(), since));
    }
}
