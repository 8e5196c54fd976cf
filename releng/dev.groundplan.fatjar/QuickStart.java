import dev.groundplan.engine.Engine;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Run by the build on the finished jar, which is on the class path too: takes out of each start
 * what can be done once.
 */
public final class QuickStart {
    private static final String IMAGE = "dev/groundplan/catalogue/library.image";

    private QuickStart() {}

    /** The jar. */
    public static void main(String[] arguments) throws IOException {
        byte[] image = Engine.libraryImage();
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(arguments[0]))) {
            Files.write(jar.getPath(IMAGE), image);
            int renewed = 0;
            for (Path file : classes(jar)) {
                renewed += renew(file) ? 1 : 0;
            }
            System.out.println(
                    image.length + " bytes of library, " + renewed + " classes brought up to date");
        }
    }

    private static List<Path> classes(FileSystem jar) throws IOException {
        try (Stream<Path> files = Files.walk(jar.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    /**
     * A class file from before Java 6 has no stack maps, so it stays out of archives of loaded
     * classes, and all its subclasses with it: the parser of the language is one of ANTLR 3.2's.
     */
    private static boolean renew(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        ClassReader reader = new ClassReader(before);
        if (reader.readUnsignedShort(6) >= Opcodes.V1_6) {
            return false;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        try {
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9, writer) {
                        @Override
                        public void visit(
                                int version,
                                int access,
                                String name,
                                String signature,
                                String parent,
                                String[] interfaces) {
                            super.visit(
                                    Opcodes.V1_8, access, name, signature, parent, interfaces);
                        }
                    },
                    ClassReader.SKIP_FRAMES);
        } catch (TypeNotPresentException e) {
            // it uses a library that is not here, so nobody uses it
            return false;
        }
        Files.write(file, writer.toByteArray());
        return true;
    }
}
