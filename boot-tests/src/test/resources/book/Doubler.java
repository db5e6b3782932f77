package book;

import org.asterism.ostd.host.pci.SimulatedFunction;
import org.asterism.ostd.spi.MemoryWindow;

// listing: final class Doubler extends SimulatedFunction implements MemoryWindow {
