package dev.groundplan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A catalogue that somebody hands over: a {@code .genai} file, a folder of them, or a zip archive
 * of them. What it holds is not trusted: names and sizes are checked before anything is kept.
 */
public final class CatalogueParcel {
    /**
     * A file of it.
     *
     * @param name relative, with {@code /} between folders
     */
    public record Text(String name, String text) {}

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 8 << 20;
    private static final long MOST_BYTES_IN_ALL = 32L << 20;
    private static final int DEEPEST = 8;
    private static final String ENDING = ".genai";

    private final String name;
    private final List<Text> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long bytes;

    private CatalogueParcel(String name) {
        this.name = name;
    }

    /**
     * The files in it, by relative names with {@code /} between folders.
     *
     * @param name as the user gave it, for messages
     * @throws UnreadableFile with a message for people
     */
    public static List<Text> read(String name, Path path) throws UnreadableFile {
        CatalogueParcel parcel = new CatalogueParcel(name);
        try {
            if (Files.isDirectory(path)) {
                parcel.folder(path);
            } else if (!Files.isRegularFile(path)) {
                throw new UnreadableFile(name + " does not exist; expected a catalogue");
            } else if (name.endsWith(".zip")) {
                parcel.archive(path);
            } else if (name.endsWith(ENDING)) {
                parcel.file(path.getFileName().toString(), path);
            } else {
                throw new UnreadableFile(
                        name + ": expected a .genai file, a folder or a .zip of them");
            }
        } catch (IOException e) {
            throw new UnreadableFile(name + " cannot be read: " + e.getMessage());
        }
        if (parcel.files.isEmpty()) {
            throw new UnreadableFile(name + " holds no .genai file");
        }
        parcel.files.sort((a, b) -> a.name().compareTo(b.name()));
        return List.copyOf(parcel.files);
    }

    private void folder(Path folder) throws IOException, UnreadableFile {
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            found =
                    all.filter(path -> path.toString().endsWith(ENDING))
                            .limit(MOST_FILES + 1L)
                            .sorted()
                            .toList();
        }
        for (Path path : found) {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnreadableFile(name + ": " + path.getFileName() + " is no plain file");
            }
            file(folder.relativize(path).toString().replace('\\', '/'), path);
        }
    }

    private void file(String within, Path path) throws IOException, UnreadableFile {
        try (InputStream in = Files.newInputStream(path)) {
            add(within, in);
        }
    }

    private void archive(Path path) throws IOException, UnreadableFile {
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                if (++seen > 2 * MOST_FILES) {
                    throw new UnreadableFile(name + " holds more files than a catalogue has");
                }
                String within = one.getName();
                if (isOutside(within)) {
                    throw new UnreadableFile(
                            name + ": its file `" + within + "` would lie outside of the folder");
                }
                if (!one.isDirectory()) {
                    // what is no catalogue is read too, for its size counts as well
                    add(within, zip);
                }
            }
        }
    }

    private static boolean isOutside(String within) {
        return within.startsWith("/")
                || within.indexOf('\\') >= 0
                || within.indexOf(':') >= 0
                || within.indexOf('\0') >= 0
                || List.of(within.split("/")).contains("..");
    }

    private void add(String within, InputStream in) throws IOException, UnreadableFile {
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        bytes += content.length;
        if (content.length > MOST_BYTES || bytes > MOST_BYTES_IN_ALL) {
            throw new UnreadableFile(
                    name + ": `" + within + "` goes beyond 8 MiB for a file or 32 MiB for all");
        }
        if (!within.endsWith(ENDING)) {
            return;
        }
        if (!names.add(within) || files.size() == MOST_FILES) {
            throw new UnreadableFile(
                    name + ": `" + within + "` is there twice, or is one file too many");
        }
        String text = SourceText.decode(name + ": " + within, content);
        files.add(new Text(within, text));
    }
}
