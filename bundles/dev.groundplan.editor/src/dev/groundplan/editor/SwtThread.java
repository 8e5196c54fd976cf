package dev.groundplan.editor;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The one place where results of other threads come over to the thread of the widgets. */
public final class SwtThread {
    private SwtThread() {}

    /** Runs later on the SWT thread, or never when the workbench is closing. */
    public static void run(Runnable work) {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            if (!display.isDisposed()) {
                display.asyncExec(work);
            }
        }
    }
}
