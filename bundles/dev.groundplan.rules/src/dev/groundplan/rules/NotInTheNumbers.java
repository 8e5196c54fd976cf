package dev.groundplan.rules;

import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Unplanned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block that was read and understood, but whose share of cost and time is not computed. */
public final class NotInTheNumbers implements Rule {
    @Override
    public Severity severity() {
        return Severity.INFORMATION;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        Map<String, List<Unplanned>> byKeyword =
                facts.plan().unplanned().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Unplanned::keyword,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byKeyword.values().stream().map(blocks -> finding(facts, blocks));
    }

    private Finding finding(Facts facts, List<Unplanned> blocks) {
        Unplanned first = blocks.getFirst();
        return finding(
                first.range(),
                facts.plan().id(),
                Message.of(
                        name(),
                        "`{keyword}`{names} is read and checked, but this version does not compute"
                                + " it: {missing}.",
                        "keyword",
                        first.keyword(),
                        "names",
                        names(blocks),
                        "missing",
                        missing(first.keyword())),
                List.of());
    }

    /** What a reader of the numbers has to know. */
    private static String missing(String keyword) {
        return switch (keyword) {
            case "actuals" -> "the numbers do not learn from what has happened";
            case "prune" ->
                    "people's work on it and its run are in the numbers, what it saves in serving"
                            + " is not";
            case "reinforce" ->
                    "people's work on it and its labels are in the numbers, and its training where"
                            + " method, hardware and prompts are written; its memory is not";
            default -> "its cost, time and load are in none of the numbers";
        };
    }

    private static String names(List<Unplanned> blocks) {
        List<String> names =
                blocks.stream()
                        .filter(block -> !block.name().equals(block.keyword()))
                        .map(Unplanned::name)
                        .toList();
        return names.isEmpty() ? "" : " (" + Wording.allOf(names) + ")";
    }
}
