package org.asterism.aot.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of an entry of {@code .debug_info} (DWARF 5 §7.5.3).
 *
 * @param tag what it describes
 * @param hasChildren whether entries inside it follow
 * @param attributes in order
 */
record Abbreviation(int tag, boolean hasChildren, List<Attribute> attributes) {
    private static final int IMPLICIT_CONSTANT = 0x21;

    /**
     * An attribute.
     *
     * @param name what it tells
     * @param form how it is encoded
     * @param constant its value, if the form is an implicit constant
     */
    record Attribute(int name, int form, long constant) {
    }

    /** The shapes of one unit, by code. */
    static Map<Long, Abbreviation> read(Cursor in) {
        Map<Long, Abbreviation> shapes = new HashMap<>();
        for (long code = in.unsigned(); code != 0; code = in.unsigned()) {
            int tag = (int) in.unsigned();
            boolean hasChildren = in.octet() != 0;
            List<Attribute> attributes = new ArrayList<>();
            int name = (int) in.unsigned();
            int form = (int) in.unsigned();
            while (name != 0 || form != 0) {
                attributes.add(new Attribute(name, form, form == IMPLICIT_CONSTANT ? in.signed() : 0));
                name = (int) in.unsigned();
                form = (int) in.unsigned();
            }
            shapes.put(code, new Abbreviation(tag, hasChildren, attributes));
        }
        return shapes;
    }
}
