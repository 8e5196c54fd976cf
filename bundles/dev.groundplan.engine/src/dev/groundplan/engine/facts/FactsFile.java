package dev.groundplan.engine.facts;

import dev.groundplan.engine.json.Json;
import dev.groundplan.engine.json.JsonRefusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of published cases. */
final class FactsFile {
    private static final String SHAPE =
            "expected { \"rows\": [ { \"id\": \"…\", \"quantity\": \"train_accelerator_hours\","
                    + " \"inputs\": { … }, \"value\": 82432, \"source\": \"…\" } ] }";

    private FactsFile() {}

    /**
     * The cases to score, in the order of the file; arithmetic and reference rows are left out.
     *
     * @throws JsonRefusal naming the row and what was expected
     */
    static List<PublishedCase> read(String file, String text) throws JsonRefusal {
        Map<String, Object> whole;
        try {
            whole = Json.object(text);
        } catch (JsonRefusal e) {
            throw new JsonRefusal(file + ": " + e.getMessage() + "; " + SHAPE);
        }
        if (!(whole.get("rows") instanceof List<?> rows)) {
            throw new JsonRefusal(file + ": no list `rows`; " + SHAPE);
        }
        List<PublishedCase> cases = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!(plain(rows.get(i)) instanceof Map<?, ?> row)) {
                throw new JsonRefusal(file + ": row " + (i + 1) + " is no object; " + SHAPE);
            }
            String use = row.get("use") instanceof String word ? word : "score";
            if (use.equals("score")) {
                cases.add(read(file, i + 1, row));
            }
        }
        return cases;
    }

    private static PublishedCase read(String file, int number, Map<?, ?> row) throws JsonRefusal {
        if (!(row.get("quantity") instanceof String quantity)) {
            throw new JsonRefusal(file + ": row " + number + " has no `quantity`; " + SHAPE);
        }
        if (!(row.get("value") instanceof Double value) || !Double.isFinite(value)) {
            throw new JsonRefusal(file + ": row " + number + " has no number as `value`; " + SHAPE);
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        if (row.get("inputs") instanceof Map<?, ?> given) {
            given.forEach((name, input) -> inputs.put(String.valueOf(name), input));
        }
        return new PublishedCase(
                text(row, "id", "row " + number),
                quantity,
                text(row, "case", ""),
                new CaseInputs(inputs),
                value,
                text(row, "unit", ""),
                text(row, "source", "source unknown"));
    }

    private static String text(Map<?, ?> row, String name, String otherwise) {
        return row.get(name) instanceof String text ? text : otherwise;
    }

    /** Numbers as such; a case has no use for their digits. */
    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case Json.Digits digits -> Double.valueOf(digits.text());
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
                yield plain;
            }
            case List<?> list -> list.stream().map(FactsFile::plain).toList();
            default -> value;
        };
    }
}
