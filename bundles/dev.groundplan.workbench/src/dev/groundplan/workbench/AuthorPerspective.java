package dev.groundplan.workbench;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** For writing a plan: files and outline to the left, numbers to the right, problems below. */
public final class AuthorPerspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.LEFT, 0.18f, editors);
        layout.addView(
                IPageLayout.ID_OUTLINE, IPageLayout.BOTTOM, 0.35f, IPageLayout.ID_PROJECT_EXPLORER);
        layout.addView(EstimateView.ID, IPageLayout.RIGHT, 0.55f, editors);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.78f, editors);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        layout.addShowViewShortcut(EstimateView.ID);
        layout.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        layout.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
    }
}
