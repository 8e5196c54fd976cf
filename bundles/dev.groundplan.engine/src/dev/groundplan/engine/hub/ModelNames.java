package dev.groundplan.engine.hub;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an imported model is called. */
final class ModelNames {
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z_]|\\d+[-/][A-Za-z])\\w*(?:[-./][A-Za-z0-9]\\w*)*");
    private static final String CACHE = "models--";

    private ModelNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * In a download cache the id that the folders spell; else the id in the configuration when the
     * folder has its name, too; else the folder's name, or the file's when it is no config.json.
     * The id alone is not enough: a tuned model's configuration often names the model it began as.
     */
    static String of(Path file, Config config) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            String name = last(folder);
            if (name.startsWith(CACHE)) {
                return valid(name.substring(CACHE.length()).replaceFirst("--", "/"));
            }
        }
        String stem = last(file).replaceFirst("\\.json$", "");
        String own = stem.equals("config") ? last(file.getParent()) : stem;
        Optional<String> id = config.text("_name_or_path").filter(ModelNames::isName);
        if (id.isPresent() && id.get().endsWith("/" + own)) {
            return id.get();
        }
        return valid(own);
    }

    private static String last(Path path) {
        return path == null || path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private static String valid(String text) {
        String name =
                text.replaceAll("[^A-Za-z0-9_./-]", "-")
                        .replaceAll("[-./](?![A-Za-z0-9])", "")
                        .replaceAll("^[-./]+", "");
        if (isName(name)) {
            return name;
        }
        return name.isEmpty() ? "model" : "model-" + name.replaceAll("^_+", "");
    }
}
