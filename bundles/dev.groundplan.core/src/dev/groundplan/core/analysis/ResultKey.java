package dev.groundplan.core.analysis;

import java.util.List;

/**
 * The stable name of a number, such as {@code training.lora-tickets.flop}; a dot inside a name is
 * escaped with a backslash.
 */
public record ResultKey(List<String> segments) implements Comparable<ResultKey> {
    public ResultKey {
        segments = List.copyOf(segments);
    }

    public static ResultKey of(String... segments) {
        return new ResultKey(List.of(segments));
    }

    @Override
    public int compareTo(ResultKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String separator = "";
        for (String segment : segments) {
            text.append(separator).append(segment.replace("\\", "\\\\").replace(".", "\\."));
            separator = ".";
        }
        return text.toString();
    }
}
