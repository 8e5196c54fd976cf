package dev.groundplan.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * A file to be written whole or not at all: the new text is put beside it and takes its name at the
 * end, so that a full disk or a killed process leaves the old one as it was.
 */
final class OutputFile {
    private static final int ATTEMPTS = 100;

    private final String name;
    private final Path path;

    private OutputFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    /**
     * @param name as the user gave it
     * @throws Complaint when nothing can or should be written there
     */
    static OutputFile at(String name) throws Complaint {
        Path path;
        try {
            path = Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new Complaint(name + " is not a file name: " + e.getReason());
        }
        if (Files.isSymbolicLink(path)) {
            throw new Complaint(
                    name
                            + " is a link; name the file itself, so that nothing is overwritten"
                            + " unseen");
        }
        if (Files.isDirectory(path)) {
            throw new Complaint(
                    name + " is a folder; expected a file such as " + name + "/plan.md");
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Complaint(name + ": its folder does not exist; create it first");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new Complaint(name + " is not a plain file");
            }
            if (isReadOnly(path)) {
                throw new Complaint(name + " is read-only; it stays as it is");
            }
        }
        return new OutputFile(name, path);
    }

    String name() {
        return name;
    }

    void write(byte[] bytes) throws Complaint {
        Path beside = null;
        try {
            beside = createBeside();
            Files.write(beside, bytes, StandardOpenOption.WRITE);
            move(beside);
        } catch (AccessDeniedException e) {
            delete(beside);
            throw new Complaint(name + " may not be written: permission denied");
        } catch (IOException e) {
            delete(beside);
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Complaint(name + " could not be written: " + reason);
        }
    }

    /** A name of its own, so that two processes that write the same file do not meet. */
    private Path createBeside() throws IOException {
        long number = ProcessHandle.current().pid();
        for (int i = 0; i < ATTEMPTS; i++) {
            Path beside =
                    path.resolveSibling("." + path.getFileName() + "." + number + "-" + i + ".tmp");
            try {
                return Files.createFile(beside);
            } catch (FileAlreadyExistsException e) {
                // left by a process that was killed and had this number; try the next
            } catch (NoSuchFileException e) {
                throw new IOException("its folder is gone", e);
            }
        }
        throw new IOException("too many temporary files beside it");
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(
                    beside,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** By its permissions: to the superuser every file looks writable. */
    private static boolean isReadOnly(Path path) throws Complaint {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            return !permissions.contains(PosixFilePermission.OWNER_WRITE)
                    || !Files.isWritable(path);
        } catch (UnsupportedOperationException e) {
            return !Files.isWritable(path);
        } catch (IOException e) {
            throw new Complaint(path + " cannot be looked at: " + e.getMessage());
        }
    }

    private static void delete(Path beside) {
        if (beside != null) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                // the message about what failed first is worth more than this one
            }
        }
    }
}
