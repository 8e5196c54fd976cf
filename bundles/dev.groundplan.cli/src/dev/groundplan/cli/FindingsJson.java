package dev.groundplan.cli;

import dev.groundplan.core.analysis.Finding;
import dev.groundplan.core.analysis.Fix;
import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.core.plan.LineStarts;
import dev.groundplan.core.plan.SourceRange;
import dev.groundplan.engine.AnalysedFile;
import dev.groundplan.engine.Engine;
import dev.groundplan.export.JsonWriter;
import java.util.List;

/** Findings for scripts. Lines and columns count from 1 in UTF-16 units, ends are exclusive. */
final class FindingsJson {
    private final Engine engine;

    FindingsJson(Engine engine) {
        this.engine = engine;
    }

    String text(List<CheckCommand.Checked> all) {
        JsonWriter json = new JsonWriter();
        json.object().name("findings").array();
        for (CheckCommand.Checked checked : all) {
            LineStarts lines = new LineStarts(checked.file().text());
            for (Finding finding : checked.findings()) {
                finding(json, finding, checked.file(), lines);
            }
        }
        json.endArray().name("tool");
        json.object()
                .member("name", "groundplan")
                .member("version", ToolVersion.number())
                .member("catalogue", engine.catalogue().version())
                .endObject();
        return json.endObject().toString();
    }

    private void finding(JsonWriter json, Finding finding, AnalysedFile file, LineStarts lines) {
        SourceRange range = finding.range();
        json.object()
                .member("rule", finding.rule())
                .member("severity", finding.severity().word())
                .member("file", range.file().isEmpty() ? file.name() : range.file())
                .member("line", range.line())
                .member("column", range.column())
                .member("endLine", range.endLine())
                .member("endColumn", range.endColumn())
                .member("subject", finding.subject().toString())
                .member("message", finding.message().toString());
        finding.scenario().ifPresent(scenario -> json.member("scenario", scenario));
        json.name("fixes").array();
        for (Fix fix : finding.fixes()) {
            fix(json, fix, file, lines);
        }
        json.endArray().endObject();
    }

    private void fix(JsonWriter json, Fix fix, AnalysedFile file, LineStarts lines) {
        json.object().member("title", fix.title()).name("edits").array();
        for (TextEdit edit : engine.edits(file, fix)) {
            int end = edit.offset() + edit.length();
            json.object()
                    .member("line", lines.line(edit.offset()))
                    .member("column", lines.column(edit.offset()))
                    .member("endLine", lines.line(end))
                    .member("endColumn", lines.column(end))
                    .member("newText", edit.newText())
                    .endObject();
        }
        json.endArray().name("effect").object();
        fix.effect().forEach(json::member);
        json.endObject().endObject();
    }
}
