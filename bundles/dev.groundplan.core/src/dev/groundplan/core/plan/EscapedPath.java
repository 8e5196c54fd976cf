package dev.groundplan.core.plan;

import java.util.ArrayList;
import java.util.List;

/** The one way in which paths of names become text and come back. */
final class EscapedPath {
    private EscapedPath() {}

    /** Joins segments; a separator or backslash inside a segment gets a backslash before it. */
    static String join(List<String> segments, char separator) {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (!text.isEmpty()) {
                text.append(separator);
            }
            for (int i = 0; i < segment.length(); i++) {
                char c = segment.charAt(i);
                if (c == separator || c == '\\') {
                    text.append('\\');
                }
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The inverse of {@link #join}. */
    static List<String> split(String text, char separator) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                segment.append(text.charAt(++i));
            } else if (c == separator) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return List.copyOf(segments);
    }
}
