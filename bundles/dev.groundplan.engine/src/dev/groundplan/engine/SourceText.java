package dev.groundplan.engine;

import dev.groundplan.core.plan.Utf8;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads project files: text in UTF-8 of a size that a person can have written. */
public final class SourceText {
    /** Above this the parser's memory is no longer bounded by what a laptop has to spare. */
    private static final int LARGEST_BYTES = 8 << 20;

    private SourceText() {}

    /**
     * @param name as the user gave it, for the message
     * @throws UnreadableFile with a message for people
     */
    public static String read(String name, Path path) throws UnreadableFile {
        try {
            if (Files.isDirectory(path)) {
                throw new UnreadableFile(
                        name + " is a folder; expected a project file such as project.genai");
            }
            long size = Files.size(path);
            if (size > LARGEST_BYTES) {
                throw tooLarge(name, size);
            }
            return decode(name, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new UnreadableFile(
                    name + " does not exist; expected a project file such as project.genai");
        } catch (AccessDeniedException e) {
            throw new UnreadableFile(name + " may not be read: permission denied");
        } catch (IOException e) {
            throw new UnreadableFile(name + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * @throws UnreadableFile when the bytes are no text
     */
    public static String decode(String name, byte[] bytes) throws UnreadableFile {
        if (bytes.length > LARGEST_BYTES) {
            throw tooLarge(name, bytes.length);
        }
        return Utf8.decode(bytes)
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> noText(name));
    }

    private static UnreadableFile noText(String name) {
        return new UnreadableFile(
                name + " is not text in UTF-8; expected a project file such as project.genai");
    }

    private static UnreadableFile tooLarge(String name, long bytes) {
        return new UnreadableFile(
                name
                        + " has "
                        + (bytes >> 20)
                        + " MiB; expected a project file of at most "
                        + (LARGEST_BYTES >> 20)
                        + " MiB");
    }
}
