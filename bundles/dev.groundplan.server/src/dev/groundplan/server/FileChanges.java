package dev.groundplan.server;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What happens outside the open documents: an imported file may have changed. */
final class FileChanges implements WorkspaceService {
    private final DocumentService documents;

    FileChanges(DocumentService documents) {
        this.documents = documents;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams parameters) {
        // whatever changes a number or a finding lives in files: there are no settings
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams parameters) {
        documents.analyseAll();
    }
}
