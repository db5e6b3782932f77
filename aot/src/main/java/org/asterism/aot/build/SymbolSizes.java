package org.asterism.aot.build;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.aot.target.Target;

/** Sizes of the functions of an ELF file. */
public final class SymbolSizes {
    private SymbolSizes() {
    }

    /** The addresses of functions, and of the parts that the C compiler split off, by symbol. */
    static Map<Long, String> addresses(Toolchain tools, Path elf) {
        Map<Long, String> addresses = new TreeMap<>(Long::compareUnsigned);
        String listing = tools.run("nm", elf.toAbsolutePath().toString());
        for (String line : listing.split("\n")) {
            String[] columns = line.split(" ");
            if (columns.length == 3 && columns[1].equalsIgnoreCase("t")) {
                addresses.put(Long.parseUnsignedLong(columns[0], 16), function(columns[2]));
            }
        }
        return addresses;
    }

    /** The function that a part split off by the C compiler, or a copy made for another unit, belongs to. */
    static String function(String symbol) {
        return symbol.replaceFirst("(__copy[0-9]*)?(\\..*)?$", "");
    }

    /** Bytes of machine code by symbol; parts that the C compiler split off count to their function. */
    public static Map<String, Long> read(Target target, Path elf) {
        Map<String, Long> sizes = new HashMap<>();
        String listing = new Toolchain(target.toolPrefix()).run("nm", "-S", elf.toAbsolutePath().toString());
        for (String line : listing.split("\n")) {
            String[] columns = line.split(" ");
            if (columns.length == 4 && columns[2].equalsIgnoreCase("t")) {
                sizes.merge(function(columns[3]), Long.parseUnsignedLong(columns[1], 16), Long::sum);
            }
        }
        return sizes;
    }
}
