package dev.groundplan.dsl.lowering;

import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Dataset;
import dev.groundplan.core.plan.Labour;
import dev.groundplan.core.plan.LicenceTerms;
import dev.groundplan.core.plan.Purpose;
import dev.groundplan.core.plan.Stated;
import dev.groundplan.core.units.Dimension;
import java.util.List;
import java.util.Map;

/** Reads {@code dataset NAME { … }}. */
final class DataLowering {
    private DataLowering() {}

    /** The datasets of a project. */
    static List<Dataset> of(Block project, Catalogue catalogue) {
        return project.children("Data").stream()
                .flatMap(data -> data.children("Dataset").stream())
                .map(block -> dataset(block, catalogue.licences()))
                .toList();
    }

    static Dataset dataset(Block block, Map<String, LicenceTerms> licences) {
        return new Dataset(
                block.id(),
                block.name(),
                block.label(),
                block.header(),
                block.word("purpose", Purpose::of),
                block.uncertain("examples", Dimension.COUNT),
                block.uncertain("tokens", Dimension.TOKENS),
                block.uncertain("unique", Dimension.RATIO),
                block.uncertain("labelled", Dimension.COUNT),
                block.stated("quality"),
                LabourLowering.of(block, "labelling", Dimension.TIME_PER_ITEM).map(Labour::amount),
                LabourLowering.of(block, "labelling", Dimension.TIME_PER_ITEM)
                        .flatMap(Labour::by)
                        .map(Stated::value),
                block.words("cleaning"),
                block.word("access", Dataset.Access.values()),
                block.uncertain("lead", Dimension.TIME),
                block.words("contains"),
                block.words("protection"),
                block.mention("licence").map(licences::get),
                block.exact("refresh", Dimension.TIME),
                block.exact("retention", Dimension.TIME),
                Provenance.source(block));
    }
}
