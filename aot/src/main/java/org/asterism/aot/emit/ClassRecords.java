package org.asterism.aot.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;
import org.asterism.aot.world.JavaMethod;
import org.objectweb.asm.Opcodes;

/** Writes the class records, in the layout of {@code org.asterism.ostd.runtime.ClassMetadata}. */
final class ClassRecords {
    private static final int PRIVATE_PART = 104;
    private static final int KIND_INSTANCE = 0;
    private static final int KIND_REFERENCE_ARRAY = 1;
    private static final int KIND_PRIMITIVE_ARRAY = 2;
    private static final int KIND_PRIMITIVE = 3;
    private static final int KIND_ABSTRACT = 4;
    private static final int STATE_INITIALIZED = 2;

    private final Image image;
    private final Names names;
    private final List<JavaClass> types;
    private final DataWriter out;
    private final TypeTests tests;
    private final Map<JavaMethod, Integer> colours;

    ClassRecords(Image image, List<JavaClass> types, DataWriter out) {
        this.image = image;
        this.names = image.names();
        this.types = types;
        this.out = out;
        this.tests = new TypeTests(image.closure());
        this.colours = image.dispatch().colours();
    }

    void write() {
        int id = 1;
        for (JavaClass type : types) {
            writeLists(type);
            writeRecord(type, id++);
        }
        for (JavaClass type : types) {
            out.absolute(names.testOffset(type), testOffset(type));
            out.absolute(names.testValue(type), tests.number(type));
        }
        colours.forEach((selector, colour) -> out.absolute(names.selector(selector), tableStart() + 8L * colour));
    }

    private int testOffset(JavaClass type) {
        return PRIVATE_PART + TypeTests.WORD_SIZE * tests.word(type);
    }

    private int tableStart() {
        return (PRIVATE_PART + TypeTests.WORD_SIZE * tests.wordCount() + 7) / 8 * 8;
    }

    private void writeLists(JavaClass type) {
        out.section(".section .rodata");
        out.align(8);
        out.localLabel("interfaces__" + names.record(type));
        List<JavaClass> initialized = type.initializedInterfaces().stream().filter(image.closure()::needsInitialization).toList();
        out.word(type.interfaces().size());
        out.word(initialized.size());
        type.interfaces().forEach(each -> out.quad(names.record(each)));
        initialized.forEach(each -> out.quad(names.record(each)));
        out.localLabel("references__" + names.record(type));
        List<Integer> offsets = type.node() == null ? List.of() : image.layout().referenceOffsets(type);
        out.word(offsets.size());
        offsets.forEach(out::word);
    }

    private void writeRecord(JavaClass type, int id) {
        String symbol = names.record(type);
        JavaMethod initializer = image.closure().initializer(type);
        out.section(".data");
        out.align(16);
        out.label(symbol);
        out.quad(names.mirror(type));
        out.word(type.node() == null ? 0 : image.layout().instanceSize(type));
        out.octet(kind(type));
        out.octet(type.isArray() ? shift(type.element()) : 0);
        out.half(flags(type));
        out.quad(type.superclass() == null || type.isInterface() ? "0" : names.record(type.superclass()));
        out.quad(type.isArray() ? names.record(type.element()) : "0");
        JavaClass array = type.name().equals("void") ? null : image.world().array(type);
        out.quad(image.closure().types().contains(array) ? names.record(array) : "0");
        out.quad("references__" + symbol);
        out.word(id);
        out.word(image.closure().needsInitialization(type) ? 0 : STATE_INITIALIZED);
        out.quad(initializer == null ? "0" : names.method(initializer));
        out.quad(names.string(type.binaryName()));
        out.quad(enumConstants(type));
        out.word(testOffset(type));
        out.word(tests.number(type));
        out.word(type.modifiers());
        out.word(type.bundle().index());
        out.quad("interfaces__" + symbol);
        writeTests(type);
        writeTable(type);
    }

    private static int kind(JavaClass type) {
        if (type.isArray()) {
            return type.element().isPrimitive() ? KIND_PRIMITIVE_ARRAY : KIND_REFERENCE_ARRAY;
        }
        return type.isPrimitive() ? KIND_PRIMITIVE : type.isAbstract() ? KIND_ABSTRACT : KIND_INSTANCE;
    }

    private static int shift(JavaClass element) {
        return Integer.numberOfTrailingZeros(JavaField.sizeOf(element.descriptor().charAt(0)));
    }

    private int flags(JavaClass type) {
        int flags = 0;
        flags |= type.isSubtypeOf(image.world().platform("java/lang/ref/Reference")) ? 1 : 0;
        flags |= (type.access() & Opcodes.ACC_ENUM) != 0 ? 2 : 0;
        flags |= type.node() != null && "java/lang/Record".equals(type.node().superName) ? 4 : 0;
        flags |= type.isInterface() ? 8 : 0;
        flags |= type.isAbstract() ? 16 : 0;
        flags |= type.isSubtypeOf(image.world().platform("java/lang/Cloneable")) ? 32 : 0;
        return flags;
    }

    /** The field where a compiler of Java keeps an enum's constants. The name is free to all, and what is in another field is no array of them. */
    private String enumConstants(JavaClass type) {
        JavaField values = isEnum(type) ? type.field("$VALUES", "[" + type.descriptor()) : null;
        return values != null && values.isStatic() && image.closure().statics().contains(values) ? names.staticField(values) : "0";
    }

    private static boolean isEnum(JavaClass type) {
        return type.node() != null && (type.access() & Opcodes.ACC_ENUM) != 0 && "java/lang/Enum".equals(type.node().superName);
    }

    private void writeTests(JavaClass type) {
        Map<Integer, Integer> words = new HashMap<>();
        for (JavaClass supertype : type.supertypes()) {
            words.put(tests.word(supertype), tests.number(supertype));
        }
        for (int word = 0; word < tests.wordCount(); word++) {
            out.half(words.getOrDefault(word, 0));
        }
        out.align(8);
    }

    private void writeTable(JavaClass type) {
        if (!image.closure().instantiated().contains(type)) {
            return;
        }
        String[] entries = new String[colours.size()];
        int used = 0;
        for (Map.Entry<JavaMethod, Integer> colour : colours.entrySet()) {
            JavaMethod method = image.dispatch().entry(type, colour.getKey());
            if (method != null && image.closure().contains(method)) {
                entries[colour.getValue()] = names.method(method);
                used = Math.max(used, colour.getValue() + 1);
            }
        }
        for (int i = 0; i < used; i++) {
            out.quad(entries[i] == null ? "0" : entries[i]);
        }
    }
}
