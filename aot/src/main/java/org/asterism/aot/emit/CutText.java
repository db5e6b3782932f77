package org.asterism.aot.emit;

/** The message of the error that code outside the profile throws. */
final class CutText {
    private CutText() {
    }

    /** Adds the message for a class or member to the image and returns the symbol of the string. */
    static String declare(Image image, Unit unit, String what) {
        String text = "cut: " + what;
        image.closure().addString(text);
        return unit.data(image.names().string(text));
    }
}
