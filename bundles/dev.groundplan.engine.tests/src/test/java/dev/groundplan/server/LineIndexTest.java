package dev.groundplan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class LineIndexTest {
    private static Position at(int line, int character) {
        return new Position(line, character);
    }

    @Test
    void everyKindOfLineBreakEndsALine() {
        LineIndex lines = new LineIndex("a\r\nbc\nd\re");
        assertEquals(4, lines.lines());
        assertEquals(at(1, 1), lines.position(4));
        assertEquals(at(2, 0), lines.position(6));
        assertEquals(at(3, 1), lines.position(9));
        assertEquals(4, lines.offset(at(1, 1)));
    }

    @Test
    void aBreakOfTwoCharactersIsOnePlace() {
        assertEquals(at(0, 1), new LineIndex("a\r\nb").position(2));
    }

    @Test
    void charactersAreUtf16Units() {
        LineIndex lines = new LineIndex("\uD83D\uDE00x\ny");
        assertEquals(at(0, 2), lines.position(2));
        assertEquals(2, lines.offset(at(0, 2)));
    }

    @Test
    void whatLiesOutsideIsMovedToTheEdge() {
        LineIndex lines = new LineIndex("ab\ncd");
        assertEquals(2, lines.offset(at(0, 99)));
        assertEquals(5, lines.offset(at(7, 0)));
        assertEquals(0, lines.offset(at(-1, 3)));
        assertEquals(at(1, 2), lines.position(99));
        assertEquals(at(0, 0), new LineIndex("").position(0));
    }
}
