package dev.groundplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.catalogue.Library;
import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.core.plan.Catalogue;
import dev.groundplan.core.plan.Plan;
import dev.groundplan.dsl.GenaiLanguage;
import dev.groundplan.dsl.GenaiParser.LibraryText;
import dev.groundplan.dsl.image.LibraryImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue as the build keeps it says what its text says. */
class LibraryImageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final Engine fromText = Engine.create();

    @Test
    void theKeptCatalogueIsTheCatalogueOfTheText() {
        Catalogue kept = kept().catalogue();
        Catalogue read = fromText.catalogue();
        assertEquals(read.models(), kept.models());
        assertEquals(read.endpoints(), kept.endpoints());
        assertEquals(read.accelerators(), kept.accelerators());
        assertEquals(read.licences(), kept.licences());
        assertEquals(read.regions(), kept.regions());
        assertEquals(read.metrics(), kept.metrics());
        assertEquals(read.rates(), kept.rates());
        assertEquals(read.priors(), kept.priors());
        assertEquals(read.benchmarks(), kept.benchmarks());
        assertEquals(read.results(), kept.results());
        assertEquals(read.version(), kept.version());
    }

    @Test
    void aProjectMeansTheSameWithTheKeptCatalogue() {
        String text =
                """
                project assistant {
                  model { existing meta-llama/Llama-3.1-8B-Instruct }
                  evaluation { gate good { metric exact-match target 80 % } }
                  deployment { hardware 2 x L40S }
                }
                """;
        Path path = Path.of("assistant.genai").toAbsolutePath();
        Plan plan =
                new GenaiLanguage(kept())
                        .read("assistant.genai", path, text, TODAY, 1)
                        .plans()
                        .getFirst();
        AnalysedFile analysed =
                fromText.analyse(
                        "assistant.genai",
                        path,
                        text,
                        new Engine.Settings(TODAY, 1),
                        Cancellation.NEVER);
        assertEquals(analysed.projects().getFirst().plan(), plan);
    }

    /** The built-in catalogue has no such prices yet. */
    @Test
    void pricesThatChangeAreKeptWithTheirDays() {
        String text =
                """
                accelerator a { memory 8 GB  bandwidth 1 TB per second
                  price 3 USD per hour  price 1..2..4 USD per hour from 2027-01-01  spot 1 EUR per hour from 2028-01-01 }
                endpoint e { input 1 USD per 1M tokens from 2027-02-01  output 4 USD per 1M tokens }
                rates r { role tester 500 USD per day  role tester 600 USD per day from 2027-03-01 }
                """;
        LibraryImage image =
                new GenaiLanguage(List.of(new LibraryText("a.genai", text)), "test").image();
        Catalogue kept = LibraryImage.of(image.bytes(7), 7).orElseThrow().catalogue();
        assertEquals(image.catalogue(), kept);
        assertEquals(2, kept.accelerators().get("a").tariffs().size());
    }

    @Test
    void anImageOfOtherTextsIsNotUsed() {
        long other = Library.checksum() + 1;
        assertTrue(LibraryImage.of(Engine.libraryImage(), other).isEmpty());
    }

    private static LibraryImage kept() {
        return LibraryImage.of(Engine.libraryImage(), Library.checksum()).orElseThrow();
    }
}
