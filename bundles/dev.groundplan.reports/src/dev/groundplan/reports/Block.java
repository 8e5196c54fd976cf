package dev.groundplan.reports;

/**
 * A piece of a report as data. Painters (Markdown, terminal, views) switch over the kinds
 * exhaustively; each kind but prose has a table that says the same.
 */
public sealed interface Block permits Table, Chart, Timeline, Graph, Tree, Prose {
    /** A heading, or empty. */
    String title();
}
