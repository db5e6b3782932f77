package org.asterism.service.fs.channel;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.kernel.abi.OpenFlags;
import org.asterism.kernel.process.Credentials;
import org.asterism.kernel.time.RealTimeClock;
import org.asterism.kernel.vfs.HostChannel;
import org.asterism.kernel.vfs.OpenFile;
import org.asterism.ostd.boot.BootInfo;
import org.asterism.ostd.console.Console;
import org.asterism.ostd.task.TaskOptions;
import org.asterism.service.fs.file.HiddenFileSystem;
import org.asterism.service.fs.mount.AnonymousDevices;
import org.asterism.service.fs.pipe.Pipes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The machine's raw channel as three streams. */
@Component(service = HostChannel.class)
public final class RawChannel implements HostChannel {
    private static final long PIPEFS_MAGIC = 0x50495045;

    private final Pipes pipes;
    private final FrameWriter frames = new FrameWriter();
    private final OutputStreamInode output;
    private final OutputStreamInode error;
    private final AtomicBoolean isAnnounced = new AtomicBoolean();
    private final AtomicBoolean isPumping = new AtomicBoolean();

    /**
     * The channel.
     *
     * @param pipes makes the pipe of standard input
     * @param numbers gives the device number that fstat(2) tells
     * @param clock for time stamps
     */
    @Activate
    public RawChannel(@Reference Pipes pipes, @Reference AnonymousDevices numbers, @Reference RealTimeClock clock) {
        this.pipes = pipes;
        HiddenFileSystem streams = new HiddenFileSystem("pipefs", PIPEFS_MAGIC, numbers.next(), clock);
        output = new OutputStreamInode(streams, frames, (byte) 'O');
        error = new OutputStreamInode(streams, frames, (byte) 'E');
    }

    @Override
    public byte[] command() {
        announce();
        byte[] command = FrameReader.receive((byte) 'C');
        return command == null ? new byte[0] : command;
    }

    /** The host holds everything back until it hears this: the serial port drops what comes before its driver is up. */
    private void announce() {
        if (isAnnounced.compareAndSet(false, true)) {
            frames.send((byte) 'R', new byte[0]);
        }
    }

    @Override
    public OpenFile standardInput() {
        Pipes.Ends ends = pipes.create(Credentials.ROOT, 0);
        boolean hasInput = "1".equals(BootInfo.option("asterism.stdin")) && Console.channel().isPresent();
        if (hasInput && isPumping.compareAndSet(false, true)) {
            announce();
            TaskOptions.of(new InputPump(ends.writing())).name("channel-input").spawn();
        } else {
            ends.writing().release();
        }
        return ends.reading();
    }

    @Override
    public OpenFile standardOutput() {
        return output.open("", OpenFlags.O_WRONLY);
    }

    @Override
    public OpenFile standardError() {
        return error.open("", OpenFlags.O_WRONLY);
    }

    @Override
    public void send(byte type, byte[] payload) {
        frames.send(type, payload);
    }
}
