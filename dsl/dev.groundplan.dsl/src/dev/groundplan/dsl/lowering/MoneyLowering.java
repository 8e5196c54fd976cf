package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Contract;
import dev.groundplan.core.plan.Cost;
import dev.groundplan.core.plan.Costs;
import dev.groundplan.core.plan.ExchangeRate;
import dev.groundplan.core.plan.Risk;
import dev.groundplan.core.units.CurrencyCode;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.dsl.model.DatedQuantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what concerns money apart from the blocks that cause it: exchange, costs, risks. */
final class MoneyLowering {
    private MoneyLowering() {}

    static List<ExchangeRate> exchange(Block project) {
        return project.children("Exchange").stream()
                .flatMap(block -> rate(block).stream())
                .toList();
    }

    static Optional<ExchangeRate> rate(Block block) {
        return block.text("currency")
                .flatMap(CurrencyCode::read)
                .flatMap(
                        currency ->
                                block.uncertain("value", Dimension.MONEY)
                                        .map(
                                                worth ->
                                                        new ExchangeRate(
                                                                currency,
                                                                worth,
                                                                from(block),
                                                                block.range())));
    }

    private static Optional<LocalDate> from(Block block) {
        return block.values("value").stream()
                .findFirst()
                .map(DatedQuantity.class::cast)
                .flatMap(Prices::from);
    }

    static Costs costs(Block project) {
        List<Block> blocks = project.children("Costs");
        if (blocks.isEmpty()) {
            return Costs.NONE;
        }
        return new Costs(
                blocks.getFirst().header(),
                blocks.stream()
                        .flatMap(block -> block.children("Cost").stream())
                        .map(MoneyLowering::cost)
                        .toList(),
                blocks.stream()
                        .flatMap(block -> block.children("Contract").stream())
                        .map(MoneyLowering::contract)
                        .toList());
    }

    private static Cost cost(Block block) {
        return new Cost(
                block.id(),
                block.name(),
                block.label(),
                block.range(),
                block.uncertain("value", Dimension.MONEY),
                block.uncertain("value", Dimension.PRICE_PER_MONTH),
                block.mention("from"));
    }

    private static Contract contract(Block block) {
        return new Contract(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.mentioned("covers"),
                block.statedDate("until"),
                block.exact("minimum", Dimension.PRICE_PER_MONTH),
                block.exact("discount", Dimension.RATIO));
    }

    static List<Risk> risks(Block project) {
        return project.children("Risks").stream()
                .flatMap(block -> block.children("Risk").stream())
                .map(MoneyLowering::risk)
                .toList();
    }

    private static Risk risk(Block block) {
        return new Risk(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.uncertain("probability", Dimension.RATIO),
                block.uncertain("delay", Dimension.TIME),
                block.uncertain("cost", Dimension.MONEY),
                block.mentioned("hits"),
                block.text("mitigation"),
                block.text("owner"));
    }
}
