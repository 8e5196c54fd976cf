package dev.groundplan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The fat jar and the headless tests stand on the same libraries as the workbench. */
class LibraryVersionsTest {
    private static final Path RELENG = Path.of(System.getProperty("groundplan.root"), "releng");
    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void librariesHaveTheVersionsOfTheTargetPlatform() throws IOException {
        var target = versions("dev.groundplan.target/dev.groundplan.target.target");
        var libraries = versions("dev.groundplan.libraries/pom.xml");
        libraries.remove("dev.groundplan:dev.groundplan.parent");
        var same = new TreeMap<>(target);
        same.keySet().retainAll(libraries.keySet());
        assertEquals(
                same,
                libraries,
                "releng/dev.groundplan.libraries/pom.xml and the target platform must name the same versions;"
                        + " two versions of a library would be tested apart from what ships");
    }

    private static Map<String, String> versions(String file) throws IOException {
        var found = new TreeMap<String, String>();
        var matcher = DEPENDENCY.matcher(Files.readString(RELENG.resolve(file)));
        while (matcher.find()) {
            found.put(matcher.group(1) + ":" + matcher.group(2), matcher.group(3));
        }
        return found;
    }
}
