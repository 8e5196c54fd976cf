package dev.groundplan.workbench;

import dev.groundplan.editor.SwtThread;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/**
 * What happens when the workbench has opened: the files named on the command line are shown; the
 * first time there are none, the examples are put into the workspace and one is shown.
 */
public final class WorkbenchStart implements IStartup {
    private static final int MOST_WIDTH = 1_720;
    private static final int MOST_HEIGHT = 1_080;

    @Override
    public void earlyStartup() {
        List<IFile> files = new ArrayList<>();
        try {
            for (Path path : arguments(Platform.getApplicationArgs())) {
                files.add(LinkedFiles.link(path));
            }
            Optional<IFile> example =
                    Examples.install(Platform.getBundle("dev.groundplan.workbench"));
            if (example.isPresent()) {
                SwtThread.run(WorkbenchStart::enlarge);
            }
            if (files.isEmpty()) {
                example.ifPresent(files::add);
            }
        } catch (CoreException e) {
            Platform.getLog(WorkbenchStart.class).log(e.getStatus());
        }
        SwtThread.run(() -> files.forEach(WorkbenchStart::open));
    }

    /** The first time the window takes what the screen has, within reason: a plan is wide. */
    private static void enlarge() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            Rectangle screen = window.getShell().getMonitor().getClientArea();
            window.getShell()
                    .setBounds(
                            screen.x,
                            screen.y,
                            Math.min(screen.width, MOST_WIDTH),
                            Math.min(screen.height, MOST_HEIGHT));
        }
    }

    /** Existing files among the arguments; whatever else stands there belongs to the platform. */
    static List<Path> arguments(String[] arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            try {
                Path path = Path.of(argument).toAbsolutePath().normalize();
                if (argument.endsWith(".genai") && Files.isRegularFile(path)) {
                    files.add(path);
                }
            } catch (InvalidPathException e) {
                // an option, not a path
            }
        }
        return files;
    }

    private static void open(IFile file) {
        try {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            IWorkbenchPage page = window == null ? null : window.getActivePage();
            if (page != null) {
                IDE.openEditor(page, file);
            }
        } catch (PartInitException e) {
            Platform.getLog(WorkbenchStart.class).log(e.getStatus());
        }
    }
}
