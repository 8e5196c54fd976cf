package dev.groundplan.workbench;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.filesystem.URIUtil;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * Files outside the workspace, linked into a project of it: so they have problems, history and a
 * place in the explorer, and stay where they are.
 */
final class LinkedFiles {
    private static final String PROJECT = "Opened files";

    private LinkedFiles() {}

    /** The file in the workspace that is this one; a link to it is made when there is none. */
    static IFile link(Path path) throws CoreException {
        URI location = URIUtil.toURI(IPath.fromOSString(path.toString()));
        IFile[] known = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(location);
        for (IFile file : known) {
            if (file.exists()) {
                file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
                return file;
            }
        }
        IProject project = Projects.open(PROJECT);
        IFile file = project.getFile(path.getFileName().toString());
        for (int number = 2; file.exists(); number++) {
            file = project.getFile(number + " " + path.getFileName());
        }
        file.createLink(location, IResource.REPLACE, new NullProgressMonitor());
        return file;
    }
}
