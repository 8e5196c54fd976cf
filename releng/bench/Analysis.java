package bench;

import dev.groundplan.core.analysis.Cancellation;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** A whole analysis in a warm engine: text, names, numbers and findings of every scenario. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Analysis {
    private static final Engine.Settings SETTINGS =
            new Engine.Settings(LocalDate.of(2026, 11, 23), 1);

    /** Of the examples. */
    @Param({"support-assistant", "finance-model", "entity-extractor"})
    public String example;

    private Engine engine;
    private Path path;
    private String text;

    /** Reads the catalogue once, as a server does. */
    @Setup
    public void open() throws IOException {
        engine = Engine.create();
        path = Path.of("examples", example + ".genai").toAbsolutePath();
        text = Files.readString(path);
    }

    /** What a keystroke costs at most. */
    @Benchmark
    public AnalysedFile whole() {
        return engine.analyse(example + ".genai", path, text, SETTINGS, Cancellation.NEVER);
    }
}
