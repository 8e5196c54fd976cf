package dev.groundplan.dsl.parsing;

import java.io.StringReader;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.util.ReplaceRegion;

/** Parses the whole text after each edit: what a word means depends on all braces before it, and it takes milliseconds. */
public final class WholeTextParsing implements IPartialParsingHelper {
    @Override
    public IParseResult reparse(IParser parser, IParseResult previous, ReplaceRegion change) {
        ICompositeNode root = previous.getRootNode();
        StringBuilder text = new StringBuilder(root.getText());
        change.applyTo(text);
        return parser.parse(new StringReader(text.toString()));
    }
}
