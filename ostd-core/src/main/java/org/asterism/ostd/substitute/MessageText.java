package org.asterism.ostd.substitute;

/**
 * The few conversions of {@link java.util.Formatter} that the messages of exceptions use: {@code %s %d %x %X %c %b %n %%}, with
 * {@code 0}, a width, and {@code <}.
 */
final class MessageText {
    private static final char END = '\0';

    private final String format;
    private final Object[] arguments;
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int used;

    private MessageText(String format, Object[] arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    /**
     * Formats a message.
     *
     * @throws IllegalArgumentException for a conversion that messages do not use
     */
    static String of(String format, Object[] arguments) {
        MessageText message = new MessageText(format, arguments);
        while (message.position < format.length()) {
            char next = message.next();
            if (next == '%') {
                message.convert();
            } else {
                message.text.append(next);
            }
        }
        return message.text.toString();
    }

    private char next() {
        return position < format.length() ? format.charAt(position++) : END;
    }

    private void convert() {
        char next = next();
        if (next == '<') { // the argument before once more
            used--;
            next = next();
        }
        char padding = next == '0' ? '0' : ' ';
        int width = 0;
        for (; next >= '0' && next <= '9'; next = next()) {
            width = width * 10 + next - '0';
        }
        String converted = switch (next) {
            case 'n' -> "\n";
            case '%' -> "%";
            case 's', 'd', 'c', 'b' -> String.valueOf(arguments[used++]);
            case 'x' -> hexadecimal(arguments[used++]);
            case 'X' -> hexadecimal(arguments[used++]).toUpperCase();
            default -> throw new IllegalArgumentException("conversion " + next + " of \"" + format + "\" is not one that messages use");
        };
        for (int i = converted.length(); i < width; i++) {
            text.append(padding);
        }
        text.append(converted);
    }

    private static String hexadecimal(Object number) {
        return number instanceof Long wide ? Long.toHexString(wide) : Integer.toHexString(number instanceof Byte small ? small & 0xFF
                : number instanceof Character character ? character : ((Number) number).intValue());
    }
}
