package org.asterism.host.shell;

import java.util.ArrayList;
import java.util.List;

/** Text of several commands. The shell shows the result of a line, so that each command is made a line. */
final class CommandText {
    private CommandText() {
    }

    /** Splits at line ends and semicolons that are in no quotes and no brackets. */
    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if ("{([".indexOf(character) >= 0) {
                depth++;
            } else if ("})]".indexOf(character) >= 0) {
                depth--;
            }
            if (quote == 0 && depth == 0 && (character == ';' || character == '\n')) {
                add(statement, statements);
            } else {
                statement.append(character);
            }
        }
        add(statement, statements);
        return statements;
    }

    private static void add(StringBuilder statement, List<String> statements) {
        String text = statement.toString().strip();
        if (!text.isEmpty()) {
            statements.add(text);
        }
        statement.setLength(0);
    }
}
