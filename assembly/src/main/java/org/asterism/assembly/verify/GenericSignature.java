package org.asterism.assembly.verify;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Reads generic types (JVMS §4.7.9.1). A JVM ignores them; javac, which compiles the generated boot code against bundles, does not: it
 * reads them by recursion, and takes for granted that they are well formed.
 */
final class GenericSignature {
    private static final int MOST_DEPTH = 100;
    private static final String ENDS_OF_NAMES = ".;[/<>:";

    private final String text;
    private int at;
    private int depth;

    private GenericSignature(String text) {
        this.text = text;
    }

    /** The first in a class that is malformed, or nested too deep; null if there is none. */
    static String fault(ClassNode node) {
        Stream<RecordComponentNode> components = node.recordComponents == null ? Stream.of() : node.recordComponents.stream();
        Stream<String> faults = Stream.of(
                wrong(Stream.of(new String[] {node.signature}), GenericSignature::ofClass),
                wrong(Stream.concat(node.fields.stream().map(field -> field.signature), components.map(each -> each.signature)), GenericSignature::reference),
                wrong(node.methods.stream().map(method -> method.signature), GenericSignature::ofMethod)).flatMap(wrong -> wrong);
        return faults.findFirst().orElse(null);
    }

    private static Stream<String> wrong(Stream<String> signatures, Predicate<GenericSignature> kind) {
        return signatures.filter(Objects::nonNull).filter(text -> {
            GenericSignature signature = new GenericSignature(text);
            return !kind.test(signature) || signature.at != text.length();
        });
    }

    private boolean ofClass() {
        boolean sound = parameters() && classType();
        while (sound && at < text.length()) {
            sound = classType();
        }
        return sound;
    }

    private boolean ofMethod() {
        boolean sound = parameters() && take('(');
        while (sound && !take(')')) {
            sound = type();
        }
        sound = sound && (take('V') || type());
        while (sound && take('^')) {
            sound = reference();
        }
        return sound;
    }

    private boolean parameters() {
        boolean sound = true;
        for (boolean more = take('<'); sound && more; more = !take('>')) {
            sound = name() && take(':') && (!isAt("LT[") || reference());
            while (sound && take(':')) {
                sound = reference();
            }
        }
        return sound;
    }

    private boolean type() {
        if (isAt("BCDFIJSZ")) {
            at++;
            return true;
        }
        return reference();
    }

    private boolean reference() {
        if (depth++ == MOST_DEPTH) {
            return false;
        }
        boolean sound = take('T') ? name() && take(';') : take('[') ? type() : classType();
        depth--;
        return sound;
    }

    private boolean classType() {
        boolean sound = take('L') && name();
        while (sound && take('/')) {
            sound = name();
        }
        sound = sound && arguments();
        while (sound && take('.')) {
            sound = name() && arguments();
        }
        return sound && take(';');
    }

    private boolean arguments() {
        boolean sound = true;
        for (boolean more = take('<'); sound && more; more = !take('>')) {
            if (!take('*')) {
                at += isAt("+-") ? 1 : 0;
                sound = reference();
            }
        }
        return sound;
    }

    private boolean name() {
        int start = at;
        while (at < text.length() && ENDS_OF_NAMES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at > start;
    }

    private boolean isAt(String any) {
        return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
