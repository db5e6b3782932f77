package org.asterism.aot.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.asterism.aot.debug.ElfFile;
import org.asterism.aot.emit.Unit;

/** Sizes of the functions of an ELF file. */
public final class SymbolSizes {
    private SymbolSizes() {
    }

    /** The function that a part split off by the C compiler, or a copy made for another unit, belongs to. */
    static String function(String symbol) {
        int dot = symbol.indexOf('.');
        return Unit.original(dot < 0 ? symbol : symbol.substring(0, dot));
    }

    /**
     * Bytes of machine code by symbol; parts that the C compiler split off count to their function.
     *
     * @throws IOException if the file cannot be read
     */
    public static Map<String, Long> read(Path elf) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        for (ElfFile.Symbol symbol : ElfFile.read(elf).codeSymbols()) {
            if (symbol.bytes() > 0) {
                sizes.merge(function(symbol.name()), symbol.bytes(), Long::sum);
            }
        }
        return sizes;
    }
}
