package org.example.edu;

import java.nio.charset.StandardCharsets;
import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.process.UserThread;
import org.asterism.kernel.vfs.Inode;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.bus.DeviceException;
import org.asterism.ostd.effect.SlowPath;
import org.asterism.ostd.log.Log;
import org.asterism.ostd.mm.MemoryReader;
import org.asterism.ostd.mm.MemoryWriter;
import org.asterism.ostd.sync.Mutex;

/**
 * An open {@code /dev/edu}: each write is an order, whose answer the next reads give. A number from 0 to 12 asks for its factorial (13! has more than
 * the device's 32 bits), {@code echo TEXT} for the text, once through the device's memory and back.
 */
final class EduFile extends OpenFile {
    private static final int MOST_BYTES = EduRegisters.DEVICE_BUFFER_BYTES;
    private static final int MOST_NUMBER = 12;
    private static final String ECHO = "echo ";

    private final EduDriver driver;
    private final Inode inode;
    private final String path;
    private final Mutex lock = new Mutex();
    private byte[] answer = {};
    private int given;

    EduFile(EduDriver driver, Inode inode, String path, int flags) {
        super(flags);
        this.driver = driver;
        this.inode = inode;
        this.path = path;
    }

    @Override
    @SlowPath("an order to a device is waited for")
    public long write(UserThread thread, MemoryReader from) throws KernelException {
        if (from.remaining() > MOST_BYTES) {
            throw KernelException.of(Errno.E2BIG);
        }
        byte[] order = new byte[(int) from.remaining()];
        if (from.read(order, 0, order.length) < order.length) {
            throw KernelException.of(Errno.EFAULT);
        }
        try (var held = lock.lock()) {
            answer = carryOut(new String(order, StandardCharsets.ISO_8859_1).strip());
            given = 0;
        } catch (DeviceException failure) {
            Log.warning("/dev/edu: " + failure.getMessage());
            throw KernelException.of(Errno.EIO);
        }
        return order.length;
    }

    @Override
    public long read(UserThread thread, MemoryWriter into) throws KernelException {
        try (var held = lock.lock()) {
            int wanted = (int) Math.min(into.remaining(), answer.length - given);
            int count = into.write(answer, given, wanted);
            if (count == 0 && wanted > 0) {
                throw KernelException.of(Errno.EFAULT);
            }
            given += count;
            return count;
        }
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Inode inode() {
        return inode;
    }

    private byte[] carryOut(String order) throws KernelException, DeviceException {
        if (order.startsWith(ECHO)) {
            byte[] text = (order.substring(ECHO.length()) + '\n').getBytes(StandardCharsets.ISO_8859_1);
            return driver.device().echo(text);
        }
        int factorial = driver.device().factorial(number(order));
        return (Integer.toUnsignedString(factorial) + '\n').getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int number(String text) throws KernelException {
        try {
            int number = Integer.parseInt(text);
            if (number < 0 || number > MOST_NUMBER) {
                throw KernelException.of(Errno.ERANGE);
            }
            return number;
        } catch (NumberFormatException e) {
            throw KernelException.of(Errno.EINVAL);
        }
    }
}
