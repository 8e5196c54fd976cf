package dev.groundplan.dsl.scoping;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder within which a file finds others: the nearest parent with a {@code .groundplan} or
 * {@code .git} entry, else the file's own.
 */
public final class Root {
    /** The file that marks a root, and may hold its settings. */
    public static final String SETTINGS = ".groundplan";

    /** The folder of a newer catalogue that {@code groundplan catalogue update} has put there. */
    public static final String UPDATE = "groundplan.catalogue";

    private Root() {}

    /**
     * @param folder absolute and normal
     */
    public static Path of(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(SETTINGS)) || Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return folder;
    }

    /** Whether the file is one of settings. */
    public static boolean isSettings(Path file) {
        return file.endsWith(SETTINGS);
    }
}
