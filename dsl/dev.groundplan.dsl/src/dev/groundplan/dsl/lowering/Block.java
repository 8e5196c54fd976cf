package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Origin;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.plan.SubjectId;
import dev.groundplan.core.plan.Words;
import dev.groundplan.core.units.Bounds;
import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Dimension;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Quantity;
import dev.groundplan.core.units.Uncertain;
import dev.groundplan.dsl.blocks.Properties;
import dev.groundplan.dsl.blocks.SubjectPaths;
import dev.groundplan.dsl.model.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Reads one block of the EMF model by the words of the language. Whatever cannot be read is absent:
 * the check of values has already said why.
 */
final class Block {
    private final Overlay overlay;
    private final SubjectId id;
    private final Locations locations;

    /** A block as it is written. */
    Block(EObject object, Locations locations) {
        this(Overlay.of(object), SubjectPaths.of(object), locations);
    }

    /**
     * A block as a scenario has it.
     *
     * @param id the same in every scenario
     */
    Block(Overlay overlay, SubjectId id, Locations locations) {
        this.overlay = overlay;
        this.id = id;
        this.locations = locations;
    }

    /** What is written; in a scenario the part of it that the scenario writes, if any. */
    EObject object() {
        return overlay.nearest();
    }

    Overlay overlay() {
        return overlay;
    }

    SubjectId id() {
        return id;
    }

    /** The catalogue that it stands in. */
    Layer layer() {
        return locations.layer();
    }

    SourceRange header() {
        return locations.header(object());
    }

    SourceRange range() {
        return locations.range(object());
    }

    String name() {
        return overlay.name().orElseGet(this::keyword);
    }

    boolean isNamed() {
        return overlay.name().isPresent();
    }

    Optional<String> label() {
        return overlay.label();
    }

    /** The first block of this class inside. */
    Optional<Block> child(String className) {
        return children(className).stream().findFirst();
    }

    /** Blocks of these classes inside, in the order of the text. */
    List<Block> children(String... classNames) {
        List<String> wanted = List.of(classNames);
        List<Block> blocks = new ArrayList<>();
        for (Overlay child : overlay.children()) {
            if (wanted.contains(child.type().getName())) {
                blocks.add(inside(child));
            }
        }
        return blocks;
    }

    /** Everything inside, in the order of the text. */
    List<Block> blocks() {
        return overlay.children().stream().map(this::inside).toList();
    }

    /** A part of it, with the identity that it has directly inside. */
    Block inside(Overlay child) {
        String segment = child.name().orElseGet(child::keyword);
        boolean root = object().eContainer() == null;
        return new Block(child, root ? SubjectId.of(segment) : id.child(segment), locations);
    }

    String type() {
        return overlay.type().getName();
    }

    boolean is(String className) {
        return type().equals(className);
    }

    String keyword() {
        return overlay.keyword();
    }

    /** Everything that the property holds, however often it was written. */
    List<Object> values(String property) {
        return overlay.values(property);
    }

    /** Where the property's value stands. */
    SourceRange rangeOf(String property) {
        return overlay.saying(property)
                .map(layer -> locations.range(layer, Properties.feature(overlay.type(), property)))
                .orElse(SourceRange.NOWHERE);
    }

    /** The property's value as it stands in the text. */
    String written(String property) {
        return locations.text(rangeOf(property));
    }

    /** The parts of a property that are blocks without braces, such as work and who does it. */
    List<Block> parts(String property) {
        return values(property).stream()
                .filter(EObject.class::isInstance)
                .map(value -> inside(Overlay.of((EObject) value)))
                .toList();
    }

    Optional<String> text(String property) {
        return values(property).stream().findFirst().map(Block::plain);
    }

    Optional<Stated<String>> stated(String property) {
        return text(property).map(value -> Stated.written(value, rangeOf(property)));
    }

    /** A word of a fixed vocabulary. */
    <E> Optional<Stated<E>> word(String property, Function<String, Optional<E>> vocabulary) {
        return text(property)
                .flatMap(vocabulary)
                .map(value -> Stated.written(value, rangeOf(property)));
    }

    /** A word that stands for one of these constants. */
    <E extends Enum<E>> Optional<Stated<E>> word(String property, E[] vocabulary) {
        return word(property, word -> Words.find(vocabulary, word));
    }

    boolean says(String property, String word) {
        return text(property).filter(word::equals).isPresent();
    }

    /** Yes or no, where the property says so. */
    Optional<Boolean> flag(String property) {
        return text(property).map("yes"::equals);
    }

    /** A list of words or of names. */
    List<String> words(String property) {
        List<String> words = new ArrayList<>();
        for (Object value : values(property)) {
            if (value instanceof EObject target) {
                words.add(target instanceof Named named ? named.getName() : plain(target));
            } else {
                words.add(plain(value));
            }
        }
        words.removeIf(word -> word == null);
        return List.copyOf(words);
    }

    /** A list of words with the place of each; what was written twice has that of the last. */
    List<Stated<String>> statedWords(String property) {
        List<String> words = words(property);
        EStructuralFeature feature = Properties.feature(overlay.type(), property);
        List<SourceRange> places =
                overlay.saying(property)
                        .map(layer -> locations.ranges(layer, feature))
                        .filter(ranges -> ranges.size() == words.size())
                        .orElseGet(() -> Collections.nCopies(words.size(), rangeOf(property)));
        return IntStream.range(0, words.size())
                .mapToObj(i -> Stated.written(words.get(i), places.get(i)))
                .toList();
    }

    /** Names as written, whether or not they are declared. */
    List<String> mentioned(String property) {
        return overlay.mentioned(property);
    }

    /** The first name, as written. */
    Optional<String> mention(String property) {
        return mentioned(property).stream().findFirst();
    }

    Optional<Stated<String>> statedMention(String property) {
        return mention(property).map(name -> Stated.written(name, rangeOf(property)));
    }

    List<LocalDate> dates(String property) {
        return values(property).stream()
                .flatMap(value -> Numbers.day(plain(value)).stream())
                .toList();
    }

    Optional<Stated<LocalDate>> statedDate(String property) {
        return date(property).map(day -> Stated.written(day, rangeOf(property)));
    }

    Optional<LocalDate> date(String property) {
        return text(property).flatMap(Numbers::day);
    }

    Optional<YearMonth> month(String property) {
        return text(property).flatMap(Numbers::month);
    }

    /** The quantity of a property as a range of some kind; absent when its unit is of no use. */
    private <T> Optional<Stated<T>> range(
            String property, Function<WrittenQuantity, Optional<T>> reading) {
        return values(property).stream()
                .filter(dev.groundplan.dsl.model.Quantity.class::isInstance)
                .findFirst()
                .map(value -> WrittenQuantity.of((dev.groundplan.dsl.model.Quantity) value))
                .flatMap(reading)
                .map(value -> new Stated<>(value, Origin.written(rangeOf(property))));
    }

    <Q extends Quantity<Q>> Optional<Stated<Uncertain<Q>>> uncertain(
            String property, Dimension<Q> dimension) {
        return range(property, q -> q.uncertain(dimension));
    }

    <Q extends Quantity<Q>> Optional<Stated<Distribution<Q>>> distribution(
            String property, Dimension<Q> dimension) {
        return range(property, q -> q.distribution(dimension));
    }

    <Q extends Quantity<Q>> Optional<Stated<Profile<Q>>> profile(
            String property, Dimension<Q> dimension) {
        return range(property, q -> q.profile(dimension));
    }

    <Q extends Quantity<Q>> Optional<Stated<Bounds<Q>>> bounds(
            String property, Dimension<Q> dimension) {
        return range(property, q -> q.bounds(dimension));
    }

    /** One value; of a range its middle. */
    <Q extends Quantity<Q>> Optional<Stated<Q>> exact(String property, Dimension<Q> dimension) {
        return uncertain(property, dimension).map(stated -> stated.map(Uncertain::likely));
    }

    /** A small whole number, such as layers or bits. */
    Optional<Integer> whole(String property) {
        return exact(property, Dimension.COUNT)
                .map(Stated::value)
                .map(Count::value)
                .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
                .map(value -> (int) Math.round(value));
    }

    int whole(String property, int otherwise) {
        return whole(property).orElse(otherwise);
    }

    private static String plain(Object value) {
        return String.valueOf(value);
    }
}
