package dev.groundplan.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/**
 * Puts the findings of a file into the Problems view. The view shows markers alone; the editor's
 * own marks are annotations, which need not wait for the workspace, so these markers are not drawn.
 */
final class FindingMarkers extends WorkspaceJob {
    static final String TYPE = "dev.groundplan.editor.finding";

    private final IFile file;
    private final List<Map<String, Object>> findings = new ArrayList<>();

    /** Reads the document now: the job runs on another thread. */
    FindingMarkers(IFile file, IDocument document, List<Diagnostic> diagnostics) {
        super("Findings of " + file.getName());
        this.file = file;
        setRule(file.getWorkspace().getRuleFactory().markerRule(file));
        setSystem(true);
        for (Diagnostic diagnostic : diagnostics) {
            IRegion region = DocumentPlaces.region(document, diagnostic.getRange());
            Map<String, Object> finding = new HashMap<>();
            finding.put(IMarker.MESSAGE, FindingAnnotation.message(diagnostic));
            finding.put(IMarker.SEVERITY, severity(diagnostic.getSeverity()));
            finding.put(IMarker.LINE_NUMBER, diagnostic.getRange().getStart().getLine() + 1);
            finding.put(IMarker.CHAR_START, region.getOffset());
            finding.put(IMarker.CHAR_END, region.getOffset() + region.getLength());
            finding.put(IMarker.SOURCE_ID, diagnostic.getSource());
            findings.add(finding);
        }
    }

    private static int severity(DiagnosticSeverity severity) {
        return switch (severity) {
            case Error -> IMarker.SEVERITY_ERROR;
            case Warning -> IMarker.SEVERITY_WARNING;
            case Information, Hint -> IMarker.SEVERITY_INFO;
        };
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        if (file.exists()) {
            file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
            for (Map<String, Object> finding : findings) {
                file.createMarker(TYPE, finding);
            }
        }
        return Status.OK_STATUS;
    }
}
