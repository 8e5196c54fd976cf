package dev.groundplan.engine;

import dev.groundplan.dsl.CatalogueEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which catalogue figures rest on, by content: what {@code groundplan.lock} records, one line an
 * entry, so that two versions of the file merge like any text.
 *
 * @param version of the built-in catalogue
 * @param texts SHA-256 of a layer's whole text, by layer: while it is the same, nothing is looked
 *     at more closely
 * @param entries SHA-256 of what a declaration says, by layer, kind and name
 */
public record CatalogueLock(
        String version, SortedMap<String, String> texts, SortedMap<String, String> entries) {
    /** Beside {@code .groundplan}. */
    public static final String FILE = "groundplan.lock";

    private static final String HEAD =
            """
            # The catalogue that the figures under this folder rest on, by content.
            # Written by `groundplan catalogue lock`; `groundplan catalogue diff` compares.
            """;
    private static final String VERSION = "built-in ";
    private static final String TEXT = "text ";
    private static final int DIGITS = 64;

    public CatalogueLock {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /**
     * What differs between two catalogues; every list is sorted.
     *
     * @param changed under the same name, with other content
     */
    public record Difference(List<String> added, List<String> removed, List<String> changed) {
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    /**
     * @param texts the text of each layer by its name, such as {@code built-in}
     * @param layers the entries of each layer
     */
    static CatalogueLock of(
            String version, Map<String, String> texts, Map<String, List<CatalogueEntry>> layers) {
        SortedMap<String, String> entries = new TreeMap<>();
        layers.forEach(
                (layer, declared) ->
                        declared.forEach(
                                entry ->
                                        entries.put(
                                                layer + " " + entry.kind() + " " + entry.name(),
                                                hash(entry.normalised()))));
        return new CatalogueLock(version, hashes(texts), entries);
    }

    /** The fingerprints of the texts alone. */
    static SortedMap<String, String> hashes(Map<String, String> texts) {
        SortedMap<String, String> hashes = new TreeMap<>();
        texts.forEach((layer, text) -> hashes.put(layer, hash(text)));
        return hashes;
    }

    /**
     * @param name of the file, for the message
     * @throws UnreadableFile when the text is no lock
     */
    public static CatalogueLock read(String name, String text) throws UnreadableFile {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, String> entries = new TreeMap<>();
        String version = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int space = line.lastIndexOf(' ');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean isEntry = space > 0 && isHash(line.substring(space + 1));
            if (isEntry && line.startsWith(TEXT)) {
                texts.put(line.substring(TEXT.length(), space), line.substring(space + 1));
            } else if (isEntry) {
                entries.put(line.substring(0, space), line.substring(space + 1));
            } else if (line.startsWith(VERSION) && version.isEmpty()) {
                version = line.substring(VERSION.length());
            } else {
                throw new UnreadableFile(
                        name
                                + ":"
                                + number
                                + ": expected an entry and its SHA-256, as `groundplan catalogue"
                                + " lock` writes them; found `"
                                + (line.length() > 60 ? line.substring(0, 60) + "…" : line)
                                + "`");
            }
        }
        return new CatalogueLock(version, texts, entries);
    }

    private static boolean isHash(String text) {
        return text.length() == DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** As it stands in the file; the same for the same catalogue, to the byte. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD).append(VERSION).append(version).append('\n');
        texts.forEach(
                (layer, hash) ->
                        text.append(TEXT).append(layer).append(' ').append(hash).append('\n'));
        entries.forEach((key, hash) -> text.append(key).append(' ').append(hash).append('\n'));
        return text.toString();
    }

    /** What another catalogue has that this one has not, and the other way round. */
    public Difference to(CatalogueLock now) {
        List<String> added = new ArrayList<>(now.entries.keySet());
        added.removeAll(entries.keySet());
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        entries.forEach(
                (key, hash) -> {
                    String other = now.entries.get(key);
                    if (other == null) {
                        removed.add(key);
                    } else if (!other.equals(hash)) {
                        changed.add(key);
                    }
                });
        return new Difference(List.copyOf(added), List.copyOf(removed), List.copyOf(changed));
    }

    private static String hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
