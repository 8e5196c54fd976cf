package dev.groundplan.reports;

import java.util.List;

/** What an exporter writes. */
public record Document(String title, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
    }
}
