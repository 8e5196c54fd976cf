package dev.groundplan.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.osgi.framework.Bundle;

/** Finished plans to look at and change; copied into the workspace once. */
final class Examples {
    private static final String PROJECT = "Groundplan examples";
    private static final String FOLDER = "examples";
    private static final String SHOWN = "support-assistant.genai";

    private Examples() {}

    /** The example to show; empty when the examples were there already. */
    static Optional<IFile> install(Bundle bundle) throws CoreException {
        if (ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT).exists()) {
            return Optional.empty();
        }
        List<URL> examples = entries(bundle);
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        IProject project = Projects.open(PROJECT);
        for (URL example : examples) {
            IPath path = IPath.fromOSString(example.getPath());
            IFile file = project.getFile(path.lastSegment());
            try (InputStream content = FileLocator.openStream(bundle, path, false)) {
                file.create(content, true, new NullProgressMonitor());
            } catch (IOException e) {
                throw new CoreException(Status.error("cannot read the example " + example, e));
            }
        }
        IFile shown = project.getFile(SHOWN);
        return shown.exists() ? Optional.of(shown) : Optional.empty();
    }

    private static List<URL> entries(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.genai", false);
        return found == null ? List.of() : Collections.list(found);
    }
}
