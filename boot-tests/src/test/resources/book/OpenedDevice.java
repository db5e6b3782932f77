package book;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.mm.MemoryReader;

abstract class OpenedDevice extends OpenFile {
    OpenedDevice() {
        super(0);
    }

// listing: @Override
}
