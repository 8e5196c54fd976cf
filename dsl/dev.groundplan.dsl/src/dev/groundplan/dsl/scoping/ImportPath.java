package dev.groundplan.dsl.scoping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;

/**
 * Where an import leads. A file may name files under its root only: the nearest parent folder with
 * a {@code .groundplan} or {@code .git} entry, else its own folder. Links are followed before the
 * check.
 *
 * @param file the file to read, when the import is allowed
 * @param refusal why it is not, for people
 */
public record ImportPath(Optional<Path> file, Optional<String> refusal) {
    /** A larger file is refused before anything is parsed, in bytes. */
    public static final long MOST_BYTES = 8L << 20;

    private static final String ENDING = ".genai";

    /** Follows an import, as written, from the file that holds it. Never throws. */
    public static ImportPath of(String written, URI from) {
        if (from == null || !from.isFile()) {
            return refused("a file can import others only when it is saved");
        }
        if (written == null || written.isEmpty()) {
            return refused("the import names no file");
        }
        if (written.indexOf(':') >= 0 || written.indexOf('\\') >= 0 || written.startsWith("/")) {
            return refused("an import is a path relative to this file, with `/` between folders");
        }
        if (!written.endsWith(ENDING)) {
            return refused("an import names a file that ends in `.genai`");
        }
        try {
            return inside(written, Path.of(from.toFileString()).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return refused("the import is no path");
        } catch (IOException e) {
            return refused("there is no file `" + written + "` that can be read");
        }
    }

    private static ImportPath inside(String written, Path from) throws IOException {
        Path folder = from.getParent();
        Path target = folder.resolve(written).normalize();
        Path root = Root.of(folder);
        // before the disk is asked: nobody learns from the answer what exists outside
        if (!target.startsWith(root)) {
            return refused(
                    "an import stays under `"
                            + root.getFileName()
                            + "`, the folder of the project");
        }
        Path real = target.toRealPath();
        if (!real.startsWith(root.toRealPath()) || !real.toString().endsWith(ENDING)) {
            return refused("`" + written + "` is a link that leads out of the project");
        }
        if (!Files.isRegularFile(real)) {
            return refused("`" + written + "` is no file");
        }
        if (Files.size(real) > MOST_BYTES) {
            return refused("`" + written + "` is larger than 8 MB");
        }
        return new ImportPath(Optional.of(target), Optional.empty());
    }

    private static ImportPath refused(String reason) {
        return new ImportPath(Optional.empty(), Optional.of(reason));
    }
}
