package org.asterism.service.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.service.fs.TestKernel.CREATE;
import static org.asterism.service.fs.TestKernel.error;

import org.asterism.kernel.abi.Errno;
import org.asterism.kernel.abi.FileControl;
import org.asterism.kernel.abi.LittleEndian;
import org.asterism.kernel.abi.OpenFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockTest {
    private TestKernel kernel;
    private TestProcess other;
    private int file;
    private int otherFile;

    @BeforeEach
    void boot() {
        kernel = new TestKernel();
        other = kernel.newProcess(2);
        file = kernel.open("/f", CREATE);
        otherFile = (int) kernel.callAs(other, "open", kernel.text("/f"), OpenFlags.O_RDWR, 0);
    }

    @AfterEach
    void end() {
        kernel.close();
    }

    private long lock(TestProcess process, int command, int type, long start, long length) {
        byte[] record = new byte[FileControl.FLOCK_BYTES];
        LittleEndian.putShort(record, FileControl.FLOCK_TYPE, type);
        LittleEndian.putLong(record, FileControl.FLOCK_START, start);
        LittleEndian.putLong(record, FileControl.FLOCK_LENGTH, length);
        kernel.putData(record);
        return kernel.callAs(process, "fcntl", process == other ? otherFile : file, command, kernel.data());
    }

    private long set(TestProcess process, int type, long start, long length) {
        return lock(process, FileControl.F_SETLK, type, start, length);
    }

    @Test
    void exclusiveLocksExclude() {
        assertThat(set(kernel.process, FileControl.F_WRLCK, 0, 10)).isZero();
        assertThat(set(other, FileControl.F_WRLCK, 5, 10)).isEqualTo(error(Errno.EAGAIN));
        assertThat(set(other, FileControl.F_RDLCK, 5, 10)).isEqualTo(error(Errno.EAGAIN));
        assertThat(set(other, FileControl.F_WRLCK, 10, 10)).isZero();
        assertThat(set(kernel.process, FileControl.F_WRLCK, 0, 10)).isZero();
    }

    @Test
    void sharedLocksShare() {
        assertThat(set(kernel.process, FileControl.F_RDLCK, 0, 0)).isZero();
        assertThat(set(other, FileControl.F_RDLCK, 0, 0)).isZero();
        assertThat(set(other, FileControl.F_WRLCK, 0, 1)).isEqualTo(error(Errno.EAGAIN));
    }

    @Test
    void unlockingTheMiddleSplitsALock() {
        set(kernel.process, FileControl.F_WRLCK, 0, 30);
        assertThat(set(kernel.process, FileControl.F_UNLCK, 10, 10)).isZero();
        assertThat(set(other, FileControl.F_WRLCK, 10, 10)).isZero();
        assertThat(set(other, FileControl.F_WRLCK, 9, 1)).isEqualTo(error(Errno.EAGAIN));
        assertThat(set(other, FileControl.F_WRLCK, 20, 1)).isEqualTo(error(Errno.EAGAIN));
    }

    @Test
    void conflictIsTold() {
        set(kernel.process, FileControl.F_WRLCK, 100, 0);
        lock(other, FileControl.F_GETLK, FileControl.F_RDLCK, 0, 0);
        byte[] record = kernel.dataBytes(FileControl.FLOCK_BYTES);
        assertThat(LittleEndian.getShort(record, FileControl.FLOCK_TYPE)).isEqualTo(FileControl.F_WRLCK);
        assertThat(LittleEndian.getLong(record, FileControl.FLOCK_START)).isEqualTo(100);
        assertThat(LittleEndian.getLong(record, FileControl.FLOCK_LENGTH)).isZero();
        assertThat(LittleEndian.getInt(record, FileControl.FLOCK_PROCESS)).isEqualTo(1);
        lock(other, FileControl.F_GETLK, FileControl.F_WRLCK, 0, 100);
        assertThat(LittleEndian.getShort(kernel.dataBytes(2), 0)).isEqualTo(FileControl.F_UNLCK);
    }

    @Test
    void closingAnyDescriptorOfTheFileGivesLocksUp() {
        set(kernel.process, FileControl.F_WRLCK, 0, 0);
        kernel.call("close", kernel.call("dup", file));
        assertThat(set(other, FileControl.F_WRLCK, 0, 0)).isZero();
    }

    @Test
    void wholeFileLocksBelongToOpenFiles() {
        assertThat(kernel.call("flock", file, FileControl.LOCK_EX)).isZero();
        int again = kernel.open("/f", OpenFlags.O_RDWR);
        assertThat(kernel.call("flock", again, FileControl.LOCK_SH | FileControl.LOCK_NB)).isEqualTo(error(Errno.EAGAIN));
        long copy = kernel.call("dup", file);
        kernel.call("close", file);
        assertThat(kernel.call("flock", again, FileControl.LOCK_SH | FileControl.LOCK_NB)).isEqualTo(error(Errno.EAGAIN));
        kernel.call("close", copy);
        assertThat(kernel.call("flock", again, FileControl.LOCK_SH | FileControl.LOCK_NB)).isZero();
    }
}
