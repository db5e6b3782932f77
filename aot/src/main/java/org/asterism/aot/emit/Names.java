package org.asterism.aot.emit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * C symbols. {@code service_fs__VfsSyscalls__openat__1f3a9c02}: bundle, class without its package, member, and a hash of the
 * full identity. They depend on nothing but that identity, so they are the same in every image.
 */
public final class Names {
    private static final String SYMBOL = Annotations.PACKAGE + "AssemblySymbol";
    private static final String ADDRESS = Annotations.PACKAGE + "AssemblyAddress";

    private final Map<Object, String> known = new ConcurrentHashMap<>();
    private final Map<String, String> strings = new ConcurrentHashMap<>();
    private final Map<String, String> selectors = new ConcurrentHashMap<>();

    /** The symbol of a function; methods bound to assembly have the one they name. */
    public String method(JavaMethod method) {
        return known.computeIfAbsent(method, key -> {
            AnnotationNode binding = method.annotation(SYMBOL);
            return binding != null && method.isNative() ? (String) Annotations.value(binding, "value")
                    : member(method.owner(), method.name(), method.descriptor());
        });
    }

    /** The symbol whose address a native method returns, or null. */
    public static String address(JavaMethod method) {
        AnnotationNode binding = method.annotation(ADDRESS);
        return binding == null ? null : (String) Annotations.value(binding, "value");
    }

    /** Whether a method is a function of an assembly file. */
    public static boolean isAssembly(JavaMethod method) {
        return method.isNative() && method.annotation(SYMBOL) != null;
    }

    /** The class record. */
    public String record(JavaClass type) {
        return known.computeIfAbsent(type, key -> member(type, "class", ""));
    }

    /** The {@code java.lang.Class} object. */
    public String mirror(JavaClass type) {
        return "mirror__" + record(type);
    }

    /** The storage of a static field. */
    public String staticField(JavaField field) {
        return known.computeIfAbsent(field, key -> member(field.owner(), field.name(), field.descriptor()));
    }

    /** The absolute symbol whose value is the offset of an instance field. */
    public String offset(JavaField field) {
        return "offset__" + staticField(field);
    }

    /** The absolute symbol whose value is the size of an instance. */
    public String instanceSize(JavaClass type) {
        return "size__" + record(type);
    }

    /** The absolute symbol whose value is the offset of a selector's entry in class records. */
    public String selector(JavaMethod declaration) {
        return selectors.computeIfAbsent(Selectors.key(declaration), key -> "selector__" + sanitize(declaration.name()) + "__" + hash(key));
    }

    /** The absolute symbol whose value is the offset of a type's test word in class records. */
    public String testOffset(JavaClass type) {
        return "test__" + record(type);
    }

    /** The absolute symbol whose value a type's test word has in its subtypes. */
    public String testValue(JavaClass type) {
        return "subtype__" + record(type);
    }

    /** The string object of a literal. */
    public String string(String text) {
        return strings.computeIfAbsent(text, key -> "string__" + HexFormat.of().formatHex(digest(encode(key)), 0, 8));
    }

    /** The object that a literal names. */
    public String imageObject(JavaClass type) {
        return "object__" + record(type);
    }

    private static byte[] encode(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static String member(JavaClass owner, String name, String descriptor) {
        String className = owner.isArray() ? "array" : owner.name().substring(owner.name().lastIndexOf('/') + 1);
        String identity = owner.bundle() + "|" + owner.name() + "|" + name + "|" + descriptor;
        return sanitize(bundlePrefix(owner.bundle().name())) + "__" + sanitize(className) + "__" + sanitize(name) + "__"
                + hash(identity);
    }

    private static String bundlePrefix(String bundle) {
        return bundle.startsWith("org.asterism.") ? bundle.substring("org.asterism.".length()) : bundle;
    }

    private static String sanitize(String name) {
        StringBuilder clean = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            clean.append(valid ? c : '_');
        }
        return name.equals("<init>") ? "new" : name.equals("<clinit>") ? "clinit" : clean.toString();
    }

    private static String hash(String identity) {
        boolean wellFormed = StandardCharsets.UTF_8.newEncoder().canEncode(identity);
        return HexFormat.of().formatHex(digest(wellFormed ? identity.getBytes(StandardCharsets.UTF_8) : CodeUnits.littleEndian(identity)), 0, 4);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
