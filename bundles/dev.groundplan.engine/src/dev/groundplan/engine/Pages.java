package dev.groundplan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The pages that lie beside the classes of rules and estimators. */
final class Pages {
    private final List<Class<?>> documented;

    Pages(Collection<Class<?>> documented) {
        this.documented = List.copyOf(documented);
    }

    List<String> names() {
        return documented.stream().map(Class::getSimpleName).sorted().toList();
    }

    /** By name, whatever its case. */
    Optional<Page> find(String name) {
        return documented.stream()
                .filter(type -> type.getSimpleName().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(Pages::read);
    }

    private static Optional<Page> read(Class<?> type) {
        String name = type.getSimpleName();
        try (InputStream in = type.getResourceAsStream(name + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new Page(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
