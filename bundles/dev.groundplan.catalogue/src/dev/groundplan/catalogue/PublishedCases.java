package dev.groundplan.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Measurements that others published, each with its source: what estimates are scored against. */
public final class PublishedCases {
    /** JSON with a list of rows. */
    public static final String NAME = "published-cases.json";

    private PublishedCases() {}

    public static String text() {
        try (InputStream in = PublishedCases.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue lacks its file " + NAME);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
