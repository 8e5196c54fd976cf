package dev.groundplan.core.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants and the words of the language are the same but for case and dashes. */
public final class Words {
    private Words() {}

    /** The word of the language for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant for a word of the language. */
    public static <E extends Enum<E>> Optional<E> find(E[] constants, String word) {
        return Arrays.stream(constants).filter(c -> of(c).equals(word)).findFirst();
    }
}
