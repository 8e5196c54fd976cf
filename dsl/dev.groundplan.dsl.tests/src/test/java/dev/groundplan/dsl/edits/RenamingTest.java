package dev.groundplan.dsl.edits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.groundplan.core.analysis.TextEdit;
import dev.groundplan.dsl.Texts;
import dev.groundplan.dsl.edits.Renaming.FileEdits;
import dev.groundplan.dsl.edits.Renaming.Place;
import dev.groundplan.dsl.edits.Renaming.Refused;
import dev.groundplan.dsl.model.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A new name is given everywhere or not at all. */
class RenamingTest {
    private static final String PROJECT =
            """
            project x {
              data { dataset tickets { purpose tuning }  dataset golden { purpose evaluation } }
              alignment {
                prompt first { shots 3 }
                fine-tune second { on tickets, ^tickets  after first }
                iterate first, second until good rounds 3
              }
              evaluation { gate good { metric m on golden target 95 %  of second } }
              tasks {
                task second { effort 3 days by tester }
                milestone release { after second }
              }
              team { role tester { people 1 } }
              operation { repeat second every 3 months }
              risks { risk late { hits second } }
              assumptions { mfu second 30 % because "second is a word here" }
              scenario other { without second }
              scenario third extends other { alignment { fine-tune second { on golden } } }
              actuals { second { effort 8 days } }
              checks { allow StalePrice in second }
              // second stays in a comment
            }
            metric m { better higher }
            """;

    @TempDir private Path folder;

    private static Renaming renaming(Path path, String text) {
        return new Renaming(texts -> Texts.parser().parse(texts, List.of()), List.of(), path, text);
    }

    private Path path() {
        return folder.resolve("main.genai");
    }

    private List<FileEdits> rename(String text, int offset, String name) throws Refused {
        return renaming(path(), text).rename(offset, name, Map.of());
    }

    private static String applied(FileEdits file) {
        StringBuilder now = new StringBuilder(file.text());
        for (TextEdit edit : file.edits().reversed()) {
            now.replace(edit.offset(), edit.offset() + edit.length(), edit.newText());
        }
        return now.toString();
    }

    private String renamed(String text, String old, String name) throws Refused {
        return applied(rename(text, text.indexOf(" " + old) + 1, name).getFirst());
    }

    @Test
    void everyMentionOfAStageFollows() throws Refused {
        String expected =
                PROJECT.replaceAll("\\bsecond\\b", "lora-1")
                        .replace("lora-1 is a word", "second is a word")
                        .replace("// lora-1", "// second");
        assertEquals(expected, renamed(PROJECT, "second", "lora-1"));
    }

    @ParameterizedTest
    @CsvSource({"tickets, cases", "good, quality", "tester, reviewer", "other, api", "x, y-1"})
    void soDoThoseOfOtherThings(String old, String name) throws Refused {
        assertEquals(
                PROJECT.replaceAll("(?<![\\w-])" + old + "(?![\\w-])", name),
                renamed(PROJECT, old, name));
    }

    @Test
    void aNameCanBePointedAtWhereItIsMentioned() throws Refused {
        int declared = PROJECT.indexOf("fine-tune second") + 10;
        int mentioned = PROJECT.indexOf("after second") + 6;
        assertEquals(rename(PROJECT, declared, "n"), rename(PROJECT, mentioned, "n"));
        int escaped = PROJECT.indexOf("^tickets");
        assertEquals(
                new Place(escaped + 1, 7, "tickets"),
                renaming(path(), PROJECT).at(escaped + 3).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    second  | first   | the name `first` is taken; another finetune has it
                    tickets | golden  | the name `golden` is taken; another dataset has it
                    tickets | a b     | `a b` is no name
                    tickets | a-      | `a-` is no name
                    tickets | ''      | `` is no name
                    tickets | 12      | `12` is no name
                    tickets | a } b { | `a } b {` is no name
                    tickets | ^a      | `^a` is no name
                    scope   | a       | nothing here has a name
                    """)
    void whatCannotBeIsRefused(String old, String name, String message) {
        String text = PROJECT + "project z { scope { users 1 } }\n";
        Refused refused = assertThrows(Refused.class, () -> renamed(text, old, name));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void aNameThatAnotherReferenceWouldTakeIsRefused() {
        String text =
                """
                dataset far { tokens 5M }
                project x {
                  data { dataset near { tokens 3M } }
                  alignment { fine-tune f { on far, near } }
                }
                """;
        Refused refused = assertThrows(Refused.class, () -> renamed(text, "near", "far"));
        assertEquals("`far` means something else where it would stand", refused.getMessage());
    }

    @Test
    void aWordOfTheLanguageIsEscapedWhereItMust() throws Refused {
        String text =
                """
                project x {
                  data { dataset a { tokens 3M } }
                  alignment {
                    fine-tune f {
                      on
                        a
                    }
                  }
                }
                """;
        String now = renamed(text, "a", "epochs");
        assertTrue(now.contains("^epochs"), now);
        assertEquals(0, Texts.parse(now).problems().size());
    }

    @Test
    void filesThatImportTheDeclarationFollow() throws Exception {
        Files.createFile(folder.resolve(".groundplan"));
        Files.createDirectories(folder.resolve("sub"));
        String shared = "dataset golden { tokens 1M }\n";
        String user =
                "import \"../main.genai\"\nproject p { alignment { fine-tune f { on golden } } }\n";
        String alone =
                "project q { data { dataset golden { } } alignment { fine-tune f { on golden } }"
                        + " }\n";
        Files.writeString(path(), shared);
        Path other = Files.writeString(folder.resolve("sub/user.genai"), user);
        Files.writeString(folder.resolve("sub/alone.genai"), alone);
        Map<Path, String> now = new HashMap<>();
        rename(shared, 8, "silver").forEach(file -> now.put(file.path(), applied(file)));
        assertEquals(
                Map.of(
                        path(),
                        shared.replace("golden", "silver"),
                        other,
                        user.replace("golden", "silver")),
                now);
        Map<Path, String> fromThere = new HashMap<>();
        renaming(other, user)
                .rename(user.indexOf("golden"), "silver", Map.of())
                .forEach(file -> fromThere.put(file.path(), applied(file)));
        assertEquals(now, fromThere);
    }

    @Test
    void theTextOfAnOpenFileCounts() throws Exception {
        Files.writeString(path(), "dataset d { }");
        Path other = Files.writeString(folder.resolve("other.genai"), "project p { }");
        String open = "import \"main.genai\" project p { alignment { fine-tune f { on d } } }";
        List<FileEdits> edits =
                renaming(path(), "dataset d { }").rename(8, "e", Map.of(other, open));
        assertEquals(2, edits.size());
        assertEquals(open.replace("on d", "on e"), applied(edits.get(1)));
    }

    static List<String> samples() {
        return Texts.EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thereAndBackIsTheSameText(String sample) throws IOException, Refused {
        String text = Texts.read(sample);
        List<Integer> offsets = new ArrayList<>();
        for (TreeIterator<EObject> all = Texts.parse(text).resource().getAllContents();
                all.hasNext(); ) {
            if (all.next() instanceof Named named && named.getName() != null) {
                offsets.addAll(
                        Mentions.of(named, List.of(named.eResource())).stream()
                                .map(Mentions.Mention::offset)
                                .limit(1)
                                .toList());
            }
        }
        assertTrue(offsets.size() > 10);
        for (int i = 0; i < offsets.size(); i += 1 + offsets.size() / 12) {
            int offset = offsets.get(i);
            Place place = renaming(path(), text).at(offset).orElseThrow();
            String there = applied(rename(text, offset, "fresh-name").getFirst());
            int again = there.indexOf("fresh-name");
            assertEquals(text, applied(rename(there, again, place.name()).getFirst()));
        }
    }
}
