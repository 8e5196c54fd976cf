package dev.groundplan.engine.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a source says about a job, by the names of the file of published cases. */
record CaseInputs(Map<String, Object> values) {
    /** A number as sources write it: {@code 11B}, {@code 1.5k}, {@code 10.74 req/s achieved}. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*(-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\\s*([kKMBT])?(?![A-Za-z0-9]).*");

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** Empty when nothing is said, or words without a number. */
    OptionalDouble number(String name) {
        Object value = values.get(name);
        if (value instanceof Double number) {
            return OptionalDouble.of(number);
        }
        if (value instanceof String words) {
            Matcher matcher = NUMBER.matcher(words);
            if (matcher.matches()) {
                return OptionalDouble.of(
                        Double.parseDouble(matcher.group(1)) * scale(matcher.group(2)));
            }
        }
        return OptionalDouble.empty();
    }

    double number(String name, double otherwise) {
        return number(name).orElse(otherwise);
    }

    /** The first of these names that has a number. */
    OptionalDouble first(String... names) {
        for (String name : names) {
            OptionalDouble found = number(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalDouble.empty();
    }

    int whole(String name, int otherwise) {
        return (int) Math.round(number(name, otherwise));
    }

    /** The value in words; a number as it would be written. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    /** The words in lower case, empty when nothing is said. */
    String words(String name) {
        return text(name).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Whether it is said to be so; sources also write yes and no. */
    Optional<Boolean> flag(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case Boolean flag -> Optional.of(flag);
            case Double number -> Optional.of(number != 0);
            case String words ->
                    Optional.of(!List.of("no", "none", "false", "off", "").contains(words(name)));
            default -> Optional.empty();
        };
    }

    @SuppressWarnings("unchecked")
    Optional<CaseInputs> child(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(new CaseInputs((Map<String, Object>) map))
                : Optional.empty();
    }

    /** The parts of a list, or the one word that stands for it. */
    List<String> list(String name) {
        return switch (values.get(name)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object one -> List.of(String.valueOf(one));
        };
    }

    private static double scale(String letter) {
        return switch (letter == null ? "" : letter) {
            case "k", "K" -> 1e3;
            case "M" -> 1e6;
            case "B" -> 1e9;
            case "T" -> 1e12;
            default -> 1;
        };
    }
}
