package dev.groundplan.dsl.reference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of the reference. */
final class Wording {
    private Wording() {}

    /** {@code `a`, `b`, `c`}. */
    static String anyOf(List<String> words) {
        return words.stream().map(Wording::code).collect(Collectors.joining(", "));
    }

    static String code(String text) {
        return '`' + text + '`';
    }

    /** A cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** What a class of the model is called in a sentence. */
    static String noun(String type) {
        return switch (type) {
            case "Servable" -> "model";
            case "Stage", "Step" -> "step";
            case "Rentable" -> "accelerator";
            case "Alternative" -> "scenario";
            case "Named" -> "name";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    static String kebab(String name) {
        StringBuilder words = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                words.append('-');
            }
            words.append(Character.toLowerCase(c));
        }
        return words.toString();
    }
}
