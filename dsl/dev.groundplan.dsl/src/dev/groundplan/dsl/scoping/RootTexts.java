package dev.groundplan.dsl.scoping;

import dev.groundplan.core.plan.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that are read because they lie at a root and not because somebody names them: its settings,
 * and a layer of the catalogue, which is one file or every {@code .genai} file of a folder. Links
 * are followed before the check whether they stay under the root.
 *
 * @param files in the order of their names
 * @param refusal why there are none, for people
 */
public record RootTexts(List<RootText> files, Optional<String> refusal) {
    /** More files than any organisation keeps by hand. */
    private static final int MOST_FILES = 500;

    /** Together, in bytes: what a laptop parses in a few seconds. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int DEEPEST = 8;
    private static final String ENDING = ".genai";

    /** For a root without such files. */
    public static final RootTexts NONE = new RootTexts(List.of(), Optional.empty());

    /**
     * A file.
     *
     * @param name its path from the root, with {@code /} between folders
     */
    public record RootText(String name, Path path, String text) {}

    public RootTexts {
        files = List.copyOf(files);
    }

    /** The file of settings. Never throws for what lies there. */
    public static RootTexts settings(Path root) {
        Path file = root.resolve(Root.SETTINGS);
        if (!Files.exists(file) || Files.isDirectory(file)) {
            return NONE;
        }
        try {
            return read(List.of(file), root);
        } catch (IOException e) {
            return refused("`" + Root.SETTINGS + "` cannot be read");
        }
    }

    /** The newer catalogue that the root has taken. Never throws for what lies there. */
    public static RootTexts update(Path root) {
        return Files.exists(root.resolve(Root.UPDATE)) ? catalogue(Root.UPDATE, root) : NONE;
    }

    /**
     * Follows the path of a layer, as written, from the root. Never throws for what is written or
     * lies there.
     */
    public static RootTexts catalogue(String written, Path root) {
        if (written.isEmpty()) {
            return refused("it names no file or folder");
        }
        if (written.indexOf(':') >= 0 || written.indexOf('\\') >= 0 || written.startsWith("/")) {
            return refused(
                    "expected a path from the root such as `catalogue`, with `/` between folders;"
                            + " nothing is fetched from elsewhere");
        }
        try {
            return inside(written, root);
        } catch (InvalidPathException e) {
            return refused("it is no path");
        } catch (IOException | UncheckedIOException e) {
            return refused("there is no file or folder `" + written + "` that can be read");
        }
    }

    private static RootTexts inside(String written, Path root) throws IOException {
        Path target = root.resolve(written).normalize();
        // before the disk is asked: nobody learns from the answer what exists outside
        if (!target.startsWith(root)) {
            return refused(
                    "it stays under `" + root.getFileName() + "`, the folder of the project");
        }
        if (!target.toRealPath().startsWith(root.toRealPath())) {
            return refused("it is a link that leads out of the project");
        }
        if (!Files.isDirectory(target) && !written.endsWith(ENDING)) {
            return refused("expected a folder, or a file that ends in `.genai`");
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(target, DEEPEST)) {
            all.filter(path -> path.toString().endsWith(ENDING))
                    .filter(path -> !Files.isDirectory(path))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .forEach(found::add);
        }
        if (found.size() > MOST_FILES) {
            return refused("it holds more than " + MOST_FILES + " files");
        }
        return read(found, root);
    }

    private static RootTexts read(List<Path> paths, Path root) throws IOException {
        Path realRoot = root.toRealPath();
        List<RootText> texts = new ArrayList<>();
        long bytes = 0;
        for (Path path : paths) {
            String name = root.relativize(path).toString().replace('\\', '/');
            Path real = path.toRealPath();
            if (!real.startsWith(realRoot)) {
                return refused("`" + name + "` is a link that leads out of the project");
            }
            if (!Files.isRegularFile(real)) {
                return refused("`" + name + "` is no file");
            }
            long size = Files.size(real);
            bytes += size;
            if (size > ImportPath.MOST_BYTES || bytes > MOST_BYTES) {
                return refused("`" + name + "` goes beyond 8 MB for a file or 32 MB for all");
            }
            Optional<String> text = Utf8.decode(Files.readAllBytes(real));
            if (text.isEmpty()) {
                return refused("`" + name + "` is not text in UTF-8");
            }
            texts.add(new RootText(name, path, text.get()));
        }
        return new RootTexts(texts, Optional.empty());
    }

    public boolean has(Path file) {
        return files.stream().anyMatch(one -> one.path().equals(file));
    }

    /** The same without one file. */
    public RootTexts without(Path file) {
        return new RootTexts(
                files.stream().filter(one -> !one.path().equals(file)).toList(), refusal);
    }

    private static RootTexts refused(String reason) {
        return new RootTexts(List.of(), Optional.of(reason));
    }
}
