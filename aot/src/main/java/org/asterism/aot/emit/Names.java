package org.asterism.aot.emit;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.asterism.aot.world.Annotations;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * C symbols. {@code service_fs__VfsSyscalls__openat__4bTq09xLm2E}: bundle, class without its package, member, and a hash of the
 * full identity. They depend on nothing but that identity, so they are the same in every image. Who has hours of computing to spend can
 * find two names with one hash; that is why {@link #clashes()} is asked before an image is linked.
 */
public final class Names {
    private static final String SYMBOL = Annotations.PACKAGE + "AssemblySymbol";
    private static final String ADDRESS = Annotations.PACKAGE + "AssemblyAddress";

    private static final int HASH_BYTES = 8;
    /** Without those that are read for others; and so that no hash is the word that marks a copy. */
    private static final String DIGITS = "0123456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    /** Readable parts are cut at so many characters: a class file may have names of 65,535. */
    private static final int LONGEST_PART = 80;
    /** What names of classes and members never contain (JVMS §4.2.2). */
    private static final String SEPARATOR = ";";

    /** Whom strings and selectors belong to, which bundles share. */
    private static final String SHARED = "image";

    private final int hashBytes;
    /** Who has a symbol, for those with a hash. */
    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final Set<Clash> clashes = new ConcurrentSkipListSet<>(Comparator.comparing(Clash::symbol).thenComparing(Clash::holder));
    private final Map<Object, String> known = new ConcurrentHashMap<>();
    private final Map<String, String> strings = new ConcurrentHashMap<>();
    private final Map<String, String> selectors = new ConcurrentHashMap<>();

    /**
     * Two things that would be one for the linker.
     *
     * @param symbol what both are called
     * @param bundle where one of them is
     * @param holder its names
     * @param other bundle and names of the other
     */
    public record Clash(String symbol, String bundle, String holder, String other) {
    }

    private record Holder(String bundle, String identity) {
        /** What a message can hold of the names. */
        String shown() {
            String start = identity.substring(0, Math.min(2 * LONGEST_PART, identity.length()));
            return start.replace(SEPARATOR, " ").replaceAll("[^ -~]", "?").strip();
        }
    }

    /** Names as they are in images. */
    public Names() {
        this(HASH_BYTES);
    }

    Names(int hashBytes) {
        this.hashBytes = hashBytes;
    }

    /** What has the symbol of something else, of all that was named so far. */
    public List<Clash> clashes() {
        return List.copyOf(clashes);
    }

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
        return selectors.computeIfAbsent(Selectors.key(declaration), key -> symbol("selector__" + sanitize(declaration.name()), new Holder(SHARED, key)));
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
        return strings.computeIfAbsent(text, key -> symbol("string", new Holder(SHARED, key)));
    }

    /** The object that a literal names. */
    public String imageObject(JavaClass type) {
        return "object__" + record(type);
    }

    private String member(JavaClass owner, String name, String descriptor) {
        String className = owner.isArray() ? "array" : owner.name().substring(owner.name().lastIndexOf('/') + 1);
        String bundle = owner.bundle().name();
        return symbol(sanitize(bundlePrefix(bundle)) + "__" + sanitize(className) + "__" + sanitize(name),
                new Holder(bundle, String.join(SEPARATOR, owner.name(), name, descriptor)));
    }

    private String symbol(String readable, Holder holder) {
        byte[] digest = digest(CodeUnits.littleEndian(holder.bundle() + SEPARATOR + holder.identity()));
        String symbol = readable + "__" + letters(new BigInteger(1, Arrays.copyOf(digest, hashBytes)));
        Holder other = holders.putIfAbsent(symbol, holder);
        if (other != null && !other.equals(holder)) {
            clashes.add(new Clash(symbol, holder.bundle(), holder.shown(), other.shown() + " of bundle " + other.bundle()));
        }
        return symbol;
    }

    private static String bundlePrefix(String bundle) {
        return bundle.startsWith("org.asterism.") ? bundle.substring("org.asterism.".length()) : bundle;
    }

    private static String sanitize(String name) {
        if (name.equals("<init>")) {
            return "new";
        } else if (name.equals("<clinit>")) {
            return "clinit";
        }
        String clean = name.substring(0, Math.min(LONGEST_PART, name.length())).replaceAll("[^a-zA-Z0-9]", "_");
        return !clean.isEmpty() && Character.isDigit(clean.charAt(0)) ? "_" + clean : clean;
    }

    /** A number to base 58, the lowest digit first: symbols are as many bytes of an image as their letters. */
    private static String letters(BigInteger number) {
        StringBuilder letters = new StringBuilder();
        for (BigInteger left = number; left.signum() > 0; left = left.divide(BASE)) {
            letters.append(DIGITS.charAt(left.mod(BASE).intValue()));
        }
        return letters.toString();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
