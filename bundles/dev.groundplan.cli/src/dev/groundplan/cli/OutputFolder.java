package dev.groundplan.cli;

import dev.groundplan.engine.CatalogueParcel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to be written whole or not at all: the new one is made beside the old one and takes its
 * name at the end.
 */
final class OutputFolder {
    private OutputFolder() {}

    /**
     * @throws Complaint when it could not be written; the old folder is there then
     */
    static void replace(Path folder, List<CatalogueParcel.Text> files) throws Complaint {
        String name = Sources.shortest(folder);
        if (Files.isSymbolicLink(folder)
                || Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw new Complaint(name + " is no plain folder; it stays as it is");
        }
        try {
            write(folder, files);
        } catch (IOException e) {
            throw new Complaint(name + " could not be written: " + e.getMessage());
        }
    }

    private static void write(Path folder, List<CatalogueParcel.Text> files) throws IOException {
        Path beside = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName());
        Path old = beside.resolveSibling(beside.getFileName() + ".old");
        try {
            for (CatalogueParcel.Text file : files) {
                Path target = beside.resolve(file.name()).normalize();
                if (!target.startsWith(beside)) {
                    throw new IOException(file.name() + " would lie outside of it");
                }
                Files.createDirectories(target.getParent());
                Files.write(target, file.text().getBytes(StandardCharsets.UTF_8));
            }
            if (Files.exists(folder)) {
                Files.move(folder, old);
            }
            try {
                Files.move(beside, folder);
            } catch (IOException e) {
                if (Files.exists(old)) {
                    Files.move(old, folder);
                }
                throw e;
            }
        } finally {
            delete(beside);
            delete(old);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
