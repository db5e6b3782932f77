package org.asterism.aot.emit;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.asterism.aot.lower.ImageObject;
import org.asterism.aot.world.FieldLayout;
import org.asterism.aot.world.JavaClass;
import org.asterism.aot.world.JavaField;

/**
 * The data of an image as one assembler file: class records, class objects, string literals, static fields, and the values
 * of all symbols that code uses for offsets, selectors and type tests.
 */
public final class ImageData {
    /** The symbol of an empty {@code String[]}: the arguments of the program. */
    static final String NO_ARGUMENTS = "asterism_no_arguments";

    private final Image image;
    private final Names names;
    private final DataWriter out = new DataWriter();
    private final List<JavaClass> types;

    private ImageData(Image image) {
        this.image = image;
        this.names = image.names();
        this.types = new ArrayList<>(image.closure().types());
        types.sort(Comparator.comparing(JavaClass::name).thenComparing(type -> type.bundle().name()));
    }

    /** The text of the file; to be called when all code has been emitted. */
    public static String write(Image image) {
        return new ImageData(image).write();
    }

    private String write() {
        out.section(".data");
        writeStatics();
        new ClassRecords(image, types, out).write();
        out.section(".data");
        out.align(16);
        out.label("asterism_image_objects_start");
        types.forEach(this::writeMirror);
        writeArrays();
        image.closure().strings().forEach(this::writeString);
        image.closure().imageObjects().stream().map(ImageObject::type).sorted(Comparator.comparing(JavaClass::name))
                .forEach(type -> out.object(names.imageObject(type), names.record(type), 16, new TreeMap<>()));
        out.align(16);
        out.label(NO_ARGUMENTS);
        out.quad(names.record(image.world().array(image.world().platform("java/lang/String"))));
        out.quad(0);
        out.align(16);
        out.label("asterism_image_objects_end");
        writeRoots();
        writeOffsets();
        out.section(".section .note.GNU-stack,\"\",@progbits");
        return out.toString();
    }

    private void writeStatics() {
        List<JavaField> fields = new ArrayList<>(image.closure().statics());
        fields.sort(Comparator.comparing(names::staticField));
        out.align(8);
        out.label("asterism_static_roots_start");
        for (JavaField field : fields) {
            if (field.isReference()) {
                out.label(names.staticField(field));
                out.quad(reference(field));
            }
        }
        out.label("asterism_static_roots_end");
        for (JavaField field : fields) {
            if (!field.isReference()) {
                out.label(names.staticField(field));
                out.quad(bits(image.closure().initialValue(field)));
            }
        }
    }

    private String reference(JavaField field) {
        Object value = image.closure().initialValue(field);
        if (value instanceof String text) {
            return names.string(text);
        } else if (value instanceof JavaClass literal) {
            return names.mirror(literal);
        }
        return value == null ? "0" : "value__" + names.staticField(field);
    }

    private void writeArrays() {
        image.closure().statics().stream().sorted(Comparator.comparing(names::staticField)).forEach(field -> {
            Object value = image.closure().initialValue(field);
            if (value != null && value.getClass().isArray()) {
                writeArray("value__" + names.staticField(field), value);
            }
        });
    }

    private void writeArray(String symbol, Object array) {
        String element = array.getClass().getComponentType().getName();
        out.align(16);
        out.localLabel(symbol);
        out.quad(names.record(image.world().array(image.world().primitive(element))));
        out.word(0);
        out.word(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            Object value = Array.get(array, i);
            switch (element) {
                case "byte" -> out.octet(value);
                case "boolean" -> out.octet((Boolean) value ? 1 : 0);
                case "short" -> out.half(value);
                case "char" -> out.half((int) (Character) value);
                case "int", "float" -> out.word(bits(value));
                default -> out.quad(bits(value));
            }
        }
    }

    private static long bits(Object constant) {
        if (constant instanceof Float number) {
            return Float.floatToRawIntBits(number);
        } else if (constant instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        return constant instanceof Number number ? number.longValue() : 0;
    }

    private void writeMirror(JavaClass type) {
        JavaClass classClass = image.world().platform("java/lang/Class");
        TreeMap<Integer, DataWriter.Field> fields = new TreeMap<>();
        fields.put(FieldLayout.MIRROR_METADATA, DataWriter.Field.reference(names.record(type)));
        fields.put(offset(classClass, "name"), DataWriter.Field.reference(names.string(type.binaryName())));
        if (type.isArray()) {
            fields.put(offset(classClass, "componentType"), DataWriter.Field.reference(names.mirror(type.element())));
        }
        out.object(names.mirror(type), names.record(classClass), image.layout().instanceSize(classClass), fields);
    }

    private int offset(JavaClass owner, String field) {
        return image.layout().offset(owner.fieldNamed(field));
    }

    private void writeString(String text) {
        JavaClass string = image.world().platform("java/lang/String");
        boolean latin = text.chars().allMatch(c -> c < 256);
        String symbol = names.string(text);
        TreeMap<Integer, DataWriter.Field> fields = new TreeMap<>();
        fields.put(offset(string, "value"), DataWriter.Field.reference("value__" + symbol));
        fields.put(offset(string, "coder"), new DataWriter.Field(".byte", 1, latin ? 0 : 1));
        fields.put(offset(string, "hash"), new DataWriter.Field(".long", 4, text.hashCode()));
        fields.put(offset(string, "hashIsZero"), new DataWriter.Field(".byte", 1, text.hashCode() == 0 ? 1 : 0));
        out.object(symbol, names.record(string), image.layout().instanceSize(string), fields);
        byte[] bytes = latin ? text.getBytes(StandardCharsets.ISO_8859_1) : CodeUnits.littleEndian(text);
        out.align(16);
        out.localLabel("value__" + symbol);
        out.quad(names.record(image.world().array(image.world().primitive("byte"))));
        out.word(0);
        out.word(bytes.length);
        out.bytes(bytes);
    }

    /** The addresses of the class objects, the only image objects whose references code may change. */
    private void writeRoots() {
        out.section(".section .rodata");
        out.align(8);
        out.label("asterism_image_roots_start");
        types.forEach(type -> out.quad(names.mirror(type)));
        out.label("asterism_image_roots_end");
    }

    private void writeOffsets() {
        for (JavaClass type : types) {
            if (image.closure().instantiated().contains(type) && !type.isArray()) {
                out.absolute(names.instanceSize(type), image.layout().instanceSize(type));
            }
            for (JavaField field : type.fields()) {
                if (!field.isStatic()) {
                    out.absolute(names.offset(field), image.layout().offset(field));
                }
            }
        }
    }
}
