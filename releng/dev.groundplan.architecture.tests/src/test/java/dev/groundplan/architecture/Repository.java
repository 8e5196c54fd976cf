package dev.groundplan.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the project: everything under its root that {@code .gitignore} does not name. */
final class Repository {
    static final Path ROOT =
            Path.of(System.getProperty("groundplan.root")).toAbsolutePath().normalize();
    private static final List<PathMatcher> IGNORED = ignored();
    private static final List<Path> FILES = walk();

    private Repository() {}

    /** Every file, sorted. */
    static List<Path> files() {
        return FILES;
    }

    static Stream<Path> files(String suffix) {
        return FILES.stream().filter(file -> file.toString().endsWith(suffix));
    }

    /** As a person would name it: from the root, with slashes. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        return text(file).orElseThrow(() -> new AssertionError(name(file) + " is not UTF-8"));
    }

    /** Empty for pictures and other files that are not UTF-8. */
    static Optional<String> text(Path file) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The patterns of {@code .gitignore}, which are all names without folders. */
    private static List<PathMatcher> ignored() {
        return read(ROOT.resolve(".gitignore"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.endsWith("/") ? line.substring(0, line.length() - 1) : line)
                .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name))
                .toList();
    }

    private static boolean isIgnored(Path path) {
        Path name = path.getFileName();
        return name.toString().equals(".git")
                || IGNORED.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private static List<Path> walk() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    ROOT,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return !folder.equals(ROOT) && isIgnored(folder)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (!isIgnored(file)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }
}
