package dev.groundplan.rules;

import dev.groundplan.core.analysis.Change;
import dev.groundplan.core.analysis.Facts;
import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.Message;
import dev.groundplan.core.analysis.Rule;
import dev.groundplan.core.analysis.Severity;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.SubjectId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that looks like another one, for a letter in it is of another script. */
public final class ConfusableName implements Rule {
    /** Cyrillic and Greek letters that most typefaces draw as Latin ones. */
    private static final String FOREIGN =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501"
                    + "\u04BB\u051B\u051D\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420"
                    + "\u0421\u0422\u0425\u0406\u0408\u0405\u03BF\u03BD\u0391\u0392\u0395"
                    + "\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";

    /** The Latin letters that they look like, in the same order. */
    private static final String LATIN = "aeopcyxijsdhqwABEKMHOPCTXIJSovABEZHIKMNOPTYX";

    /** A name where it is declared. */
    private record Named(SubjectId id, String name, SourceRange range) {}

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Facts facts) {
        List<Named> names = names(facts.plan()).distinct().toList();
        return names.stream().flatMap(name -> finding(name, names).stream());
    }

    private static Stream<Named> names(Plan plan) {
        return Stream.of(
                        plan.datasets().stream().map(ConfusableName::named),
                        plan.stages().stream().map(s -> new Named(s.id(), s.name(), s.range())),
                        plan.evaluation().gates().stream()
                                .map(g -> new Named(g.id(), g.name(), g.range())),
                        plan.augmentation().steps().stream()
                                .map(s -> new Named(s.id(), s.name(), s.range())),
                        plan.team().roles().stream()
                                .map(r -> new Named(r.id(), r.name(), r.range())),
                        plan.tasks().tasks().stream()
                                .map(t -> new Named(t.id(), t.name(), t.range())))
                .flatMap(all -> all);
    }

    private static Named named(Dataset data) {
        return new Named(data.id(), data.name(), data.range());
    }

    private Optional<Finding> finding(Named named, List<Named> all) {
        String latin = inLatin(named.name());
        boolean taken = all.stream().map(Named::name).anyMatch(other -> other.equals(latin));
        if (latin.equals(named.name()) || !taken && !isMixed(named.name())) {
            return Optional.empty();
        }
        int at = firstForeign(named.name());
        int letter = named.name().codePointAt(at);
        String rest =
                taken
                        ? " It is another name than " + latin + ", which stands there too."
                        : " Whoever types it with a Latin keyboard types another name.";
        return Optional.of(
                finding(
                        named.range(),
                        named.id(),
                        Message.of(
                                name(),
                                "Letter {position} of `{name}` is U+{code}, {letter}, which looks"
                                        + " like the Latin {latin}.{rest}",
                                "position",
                                Integer.toString(at + 1),
                                "name",
                                named.name(),
                                "code",
                                String.format("%04X", letter),
                                "letter",
                                Character.getName(letter),
                                "latin",
                                latin.substring(at, at + 1),
                                "rest",
                                rest),
                        taken
                                ? List.of()
                                : List.of(
                                        Fix.of(
                                                "Write it in Latin letters",
                                                new Change.Rename(named.id(), latin)))));
    }

    /** Whether a word of it has Latin letters and such as look like them. */
    private static boolean isMixed(String name) {
        return Stream.of(name.split("[^\\p{L}]+"))
                .anyMatch(
                        word ->
                                firstForeign(word) < word.length()
                                        && word.codePoints().anyMatch(ConfusableName::isLatin));
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /** Where the first one stands; the length where there is none. */
    private static int firstForeign(String text) {
        int at = 0;
        while (at < text.length() && FOREIGN.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String inLatin(String name) {
        return name.chars()
                .map(c -> FOREIGN.indexOf(c) < 0 ? c : LATIN.charAt(FOREIGN.indexOf(c)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
