package dev.groundplan.dsl;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Layer;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.dsl.lowering.Locations;
import dev.groundplan.dsl.lowering.Lowering;
import dev.groundplan.dsl.lowering.Surroundings;
import dev.groundplan.dsl.scoping.Root;
import dev.groundplan.dsl.scoping.RootTexts;
import dev.groundplan.dsl.scoping.RootTexts.RootText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.resource.Resource;

/**
 * What the files at the root of a file say: settings, and the layers of the catalogue between the
 * built-in one and the file. They are looked at each time, and parsed again only when their text
 * has changed.
 */
final class RootFiles {
    private final GenaiParser parser;
    private final List<Resource> library;
    private final Catalogue builtIn;
    private Settings settings = new Settings(RootTexts.NONE, RootSettings.NONE);
    private LayerFiles update;
    private LayerFiles organisation;

    private record Settings(RootTexts texts, RootSettings says) {}

    private record LayerFiles(
            RootTexts texts, Catalogue outer, List<Resource> library, Catalogue catalogue) {}

    /**
     * What the root says.
     *
     * @param settings the file of settings, where there is one
     * @param update the newer catalogue that the root has taken over the built-in one
     * @param organisation the organisation's files
     */
    record Around(
            Surroundings surroundings,
            RootTexts settings,
            RootTexts update,
            RootTexts organisation) {
        /** What cannot be followed, told where the user can change it. */
        List<Misreading> refusals(Lowering.File file) {
            List<Misreading> refusals = new ArrayList<>();
            settings.refusal().ifPresent(why -> refusals.add(refused(file, Root.SETTINGS, why)));
            update.refusal().ifPresent(why -> refusals.add(refused(file, Root.UPDATE, why)));
            Optional<Stated<String>> written = surroundings.settings().catalogue();
            if (Root.isSettings(Path.of(file.name())) && organisation.refusal().isPresent()) {
                refusals.add(
                        new Misreading.RefusedImport(
                                written.map(Stated::range).orElseThrow(),
                                written.map(Stated::value).orElseThrow(),
                                organisation.refusal().get()));
            }
            return refusals;
        }

        private static Misreading refused(Lowering.File file, String what, String reason) {
            Locations locations = new Locations(file.name(), file.text());
            return new Misreading.RefusedImport(locations.range(0, 0), what, reason);
        }
    }

    RootFiles(GenaiParser parser, List<Resource> library, Catalogue builtIn) {
        this.parser = parser;
        this.library = List.copyOf(library);
        this.builtIn = builtIn;
        this.update = new LayerFiles(RootTexts.NONE, builtIn, this.library, builtIn);
        this.organisation = update;
    }

    /**
     * @param file absolute and normal
     * @param text of that file, which the disk may not have yet
     */
    Around of(Path file, String text) {
        RootText itself = new RootText(Root.SETTINGS, file, text);
        return Root.isSettings(file)
                ? around(file, new RootTexts(List.of(itself), Optional.empty()))
                : onDisk(file);
    }

    /** Of what is saved, the file itself included. */
    Around onDisk(Path file) {
        return around(file, RootTexts.settings(Root.of(file.getParent())));
    }

    private Around around(Path file, RootTexts written) {
        Path root = Root.of(file.getParent());
        RootSettings says = settings(written);
        RootTexts newer = RootTexts.update(root);
        RootTexts ours =
                says.catalogue()
                        .map(path -> RootTexts.catalogue(path.value(), root))
                        .orElse(RootTexts.NONE);
        // a file of a layer is not further out than itself
        update = layer(update, newer.without(file), library, builtIn, Layer.UPDATE);
        organisation =
                layer(
                        organisation,
                        ours.without(file),
                        update.library(),
                        update.catalogue(),
                        Layer.ORGANISATION);
        boolean isLayer = newer.has(file) || ours.has(file);
        return new Around(
                new Surroundings(says, organisation.catalogue(), organisation.library(), isLayer),
                written,
                newer,
                ours);
    }

    /** The files that are read for this one, the settings first. */
    List<Path> paths(Path file) {
        Around around = onDisk(file);
        List<Path> paths = new ArrayList<>();
        around.settings().files().forEach(one -> paths.add(one.path()));
        around.update().files().forEach(one -> paths.add(one.path()));
        around.organisation().files().forEach(one -> paths.add(one.path()));
        paths.remove(file);
        return paths;
    }

    private RootSettings settings(RootTexts texts) {
        if (!settings.texts().equals(texts)) {
            RootSettings says =
                    texts.files().stream()
                            .findFirst()
                            .map(one -> Lowering.settings(parsed(one)))
                            .orElse(RootSettings.NONE);
            settings = new Settings(texts, says);
        }
        return settings.says();
    }

    private Lowering.File parsed(RootText text) {
        ParsedFile parsed = parser.parse(text.path(), text.text(), library);
        return new Lowering.File(text.name(), text.text(), parsed.resource());
    }

    /** The layer that was read before, where nothing of it has changed. */
    private LayerFiles layer(
            LayerFiles before,
            RootTexts texts,
            List<Resource> outer,
            Catalogue outerCatalogue,
            Layer which) {
        if (before.texts().equals(texts) && before.outer() == outerCatalogue) {
            return before;
        }
        List<ParsedFile> parsed = parser.layer(texts.files(), outer);
        List<Resource> visible = new ArrayList<>();
        List<Lowering.File> files = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            RootText text = texts.files().get(i);
            visible.add(parsed.get(i).resource());
            files.add(new Lowering.File(text.name(), text.text(), parsed.get(i).resource(), which));
        }
        visible.addAll(outer);
        return new LayerFiles(
                texts,
                outerCatalogue,
                List.copyOf(visible),
                files.isEmpty()
                        ? outerCatalogue
                        : Lowering.library(files, outerCatalogue, outerCatalogue.version()));
    }
}
