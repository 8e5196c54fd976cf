package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.SeverityChange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code settings { … }}, and says what of it cannot hold. */
final class SettingsLowering {
    /** The edition of the language that this program reads. */
    private static final int EDITION = 1;

    private final List<Block> blocks;
    private final boolean isSettingsFile;

    /**
     * @param isSettingsFile whether the file is the one that may have settings
     */
    SettingsLowering(Lowering.File file, boolean isSettingsFile) {
        this.blocks = file.declarations();
        this.isSettingsFile = isSettingsFile;
    }

    /** What the first such block says; whoever reads it decides whether it holds. */
    RootSettings settings() {
        return blocks.stream()
                .filter(block -> block.is("Settings"))
                .findFirst()
                .map(SettingsLowering::settings)
                .orElse(RootSettings.NONE);
    }

    private static RootSettings settings(Block block) {
        return new RootSettings(
                block.exact("edition", Dimension.COUNT)
                        .filter(edition -> isWhole(edition.value().value()))
                        .map(edition -> edition.map(count -> (int) count.value())),
                block.stated("currency")
                        .flatMap(
                                word ->
                                        CurrencyCode.read(word.value())
                                                .map(code -> word.map(written -> code))),
                block.exact("confidence", Dimension.RATIO)
                        .filter(share -> share.value().value() > 0 && share.value().value() < 1),
                block.stated("catalogue"),
                severities(block),
                AssumptionLowering.in(block));
    }

    /** What `severity RULE LEVEL` inside the block says, in the order of the text. */
    static List<SeverityChange> severities(Block block) {
        return block.children("SeverityChange").stream()
                .filter(one -> one.text("rule").isPresent() && one.text("level").isPresent())
                .map(
                        one ->
                                new SeverityChange(
                                        one.text("rule").get(),
                                        one.text("level").get(),
                                        one.range()))
                .toList();
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
    }

    /** What stands where it has no effect, and values that nothing can have. */
    List<Misreading> misreadings() {
        List<Misreading> found = new ArrayList<>();
        boolean seen = false;
        for (Block block : blocks) {
            boolean isSettings = block.is("Settings");
            if (isSettings && !isSettingsFile) {
                found.add(
                        misplaced(
                                block,
                                "`settings` stand in the file `.groundplan` at the root, and have"
                                        + " no effect here"));
            } else if (!isSettings && isSettingsFile && !block.is("Import") && !block.is("Stray")) {
                found.add(
                        misplaced(
                                block,
                                "`.groundplan` holds `settings { … }` alone; expected `"
                                        + block.keyword()
                                        + "` in a file that ends in .genai"));
            } else if (isSettings && seen) {
                found.add(misplaced(block, "expected one block `settings`, found another"));
            }
            if (isSettings) {
                values(block, found);
                seen = true;
            }
        }
        return found;
    }

    private static Misreading misplaced(Block block, String message) {
        return new Misreading.Syntax(block.header(), message, List.of());
    }

    private static void values(Block block, List<Misreading> found) {
        Optional<Double> edition =
                block.exact("edition", Dimension.COUNT)
                        .map(Stated::value)
                        .map(count -> count.value());
        if (edition.isPresent() && edition.get() != EDITION) {
            boolean newer = isWhole(edition.get()) && edition.get() > EDITION;
            found.add(
                    impossible(
                            block,
                            "edition",
                            newer
                                    ? "this version reads edition "
                                            + EDITION
                                            + "; files of a later one need a newer Groundplan"
                                    : "the editions known are: " + EDITION));
        }
        block.text("currency")
                .filter(code -> CurrencyCode.read(code).isEmpty())
                .ifPresent(
                        code ->
                                found.add(
                                        impossible(
                                                block,
                                                "currency",
                                                "expected an ISO 4217 code such as EUR")));
        block.uncertain("confidence", Dimension.RATIO)
                .map(Stated::value)
                .map(Uncertain::likely)
                .filter(share -> share.value() <= 0 || share.value() >= 1)
                .ifPresent(
                        share ->
                                found.add(
                                        impossible(
                                                block,
                                                "confidence",
                                                "expected a share between 0 and 100 %, such as"
                                                        + " 80 %")));
    }

    private static Misreading impossible(Block block, String property, String reason) {
        String written = String.join(", ", block.mentioned(property));
        return new Misreading.ImpossibleValue(
                block.rangeOf(property), block.id(), property, written, reason);
    }
}
