package dev.groundplan.core.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants and the words of the language are the same but for case and dashes. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(E[] constants, String word) {
        return Arrays.stream(constants).filter(c -> of(c).equals(word)).findFirst();
    }
}
