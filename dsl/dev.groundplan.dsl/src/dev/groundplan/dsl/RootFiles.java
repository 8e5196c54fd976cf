package dev.groundplan.dsl;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Misreading;
import dev.groundplan.core.plan.RootSettings;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.dsl.lowering.Locations;
import dev.groundplan.dsl.lowering.Lowering;
import dev.groundplan.dsl.lowering.Surroundings;
import dev.groundplan.dsl.scoping.Root;
import dev.groundplan.dsl.scoping.RootTexts;
import dev.groundplan.dsl.scoping.RootTexts.RootText;

import org.eclipse.emf.ecore.resource.Resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the files at the root of a file say: settings, and the organisation's layer of the
 * catalogue. They are looked at each time, and parsed again only when their text has changed.
 */
final class RootFiles {
    private final GenaiParser parser;
    private final List<Resource> library;
    private final Catalogue builtIn;
    private Settings settings = new Settings(RootTexts.NONE, RootSettings.NONE);
    private Layer organisation;

    private record Settings(RootTexts texts, RootSettings says) {}

    private record Layer(RootTexts texts, List<Resource> library, Catalogue catalogue) {}

    /**
     * What the root says.
     *
     * @param settings the file of settings, where there is one
     * @param organisation the organisation's files
     */
    record Around(Surroundings surroundings, RootTexts settings, RootTexts organisation) {
        /** What cannot be followed, told where the user can change it. */
        List<Misreading> refusals(Lowering.File file) {
            List<Misreading> refusals = new ArrayList<>();
            settings.refusal()
                    .ifPresent(
                            reason ->
                                    refusals.add(
                                            new Misreading.RefusedImport(
                                                    new Locations(file.name(), file.text())
                                                            .range(0, 0),
                                                    Root.SETTINGS,
                                                    reason)));
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
    }

    RootFiles(GenaiParser parser, List<Resource> library, Catalogue builtIn) {
        this.parser = parser;
        this.library = List.copyOf(library);
        this.builtIn = builtIn;
        this.organisation = new Layer(RootTexts.NONE, this.library, builtIn);
    }

    /**
     * @param file absolute and normal
     * @param text of that file, which the disk may not have yet
     */
    Around of(Path file, String text) {
        RootText itself = new RootText(Root.SETTINGS, file, text);
        return around(
                file,
                Root.isSettings(file)
                        ? new RootTexts(List.of(itself), Optional.empty())
                        : RootTexts.settings(Root.of(file.getParent())));
    }

    private Around around(Path file, RootTexts written) {
        Path root = Root.of(file.getParent());
        RootSettings says = settings(written);
        RootTexts layer =
                says.catalogue()
                        .map(path -> RootTexts.catalogue(path.value(), root).without(file))
                        .orElse(RootTexts.NONE);
        Layer read = organisation(layer);
        return new Around(new Surroundings(says, read.catalogue(), read.library()), written, layer);
    }

    /** The files that are read for this one, the settings first. */
    List<Path> paths(Path file) {
        Around around = around(file, RootTexts.settings(Root.of(file.getParent())));
        List<Path> paths = new ArrayList<>();
        around.settings().files().forEach(one -> paths.add(one.path()));
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

    private Layer organisation(RootTexts texts) {
        if (!organisation.texts().equals(texts)) {
            List<ParsedFile> parsed = parser.layer(texts.files(), library);
            List<Resource> visible = new ArrayList<>();
            List<Lowering.File> files = new ArrayList<>();
            for (int i = 0; i < parsed.size(); i++) {
                RootText text = texts.files().get(i);
                visible.add(parsed.get(i).resource());
                files.add(new Lowering.File(text.name(), text.text(), parsed.get(i).resource()));
            }
            visible.addAll(library);
            organisation =
                    new Layer(
                            texts,
                            List.copyOf(visible),
                            Lowering.library(files, builtIn, builtIn.version()));
        }
        return organisation;
    }
}
