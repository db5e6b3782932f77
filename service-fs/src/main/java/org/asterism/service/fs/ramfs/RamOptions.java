package org.asterism.service.fs.ramfs;

import org.asterism.kernel.KernelException;
import org.asterism.kernel.abi.Errno;
import org.asterism.ostd.mm.MemoryStatistics;
import org.asterism.ostd.mm.PageSize;

/**
 * Limits and root attributes of a file system in memory.
 *
 * @param pages the most pages of data; 0 for no limit
 * @param inodes the most inodes; 0 for no limit
 * @param mode permissions of the root directory
 * @param owner of the root directory
 * @param group of the root directory
 * @param given the limits that were given, as {@code /proc/mounts} shows them
 */
record RamOptions(long pages, long inodes, int mode, int owner, int group, String given) {
    private static final int DEFAULT_MODE = 01777;

    /** Half of the memory for data, and an inode for each page of it. */
    static RamOptions defaults() {
        long half = MemoryStatistics.totalBytes() / 2 / PageSize.BYTES;
        return new RamOptions(half, half, DEFAULT_MODE, 0, 0, "");
    }

    /** These, changed by a list such as {@code size=1m,mode=700}. */
    RamOptions with(String options) throws KernelException {
        RamOptions result = this;
        int at = 0;
        while (at < options.length()) {
            int end = options.indexOf(',', at);
            if (end < 0) {
                end = options.length();
            }
            if (end > at) {
                result = result.withOne(options.substring(at, end));
            }
            at = end + 1;
        }
        return result;
    }

    private RamOptions withOne(String option) throws KernelException {
        int equals = option.indexOf('=');
        String key = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        switch (key) {
            case "size" -> {
                long bytes = value.endsWith("%") ? percent(value) : quantity(value);
                long rounded = (bytes + PageSize.BYTES - 1) / PageSize.BYTES;
                return new RamOptions(rounded, inodes, mode, owner, group,
                        given + ",size=" + rounded * (PageSize.BYTES / 1024) + "k");
            }
            case "nr_blocks" -> {
                long blocks = quantity(value);
                return new RamOptions(blocks, inodes, mode, owner, group,
                        given + ",size=" + blocks * (PageSize.BYTES / 1024) + "k");
            }
            case "nr_inodes" -> {
                long count = quantity(value);
                return new RamOptions(pages, count, mode, owner, group, given + ",nr_inodes=" + count);
            }
            case "mode" -> {
                int permissions = (int) number(value, 8) & 07777;
                String shown = permissions == DEFAULT_MODE ? "" : ",mode=" + Integer.toOctalString(permissions);
                return new RamOptions(pages, inodes, permissions, owner, group, given + shown);
            }
            case "uid" -> {
                int user = (int) number(value, 10);
                return new RamOptions(pages, inodes, mode, user, group, given + ",uid=" + user);
            }
            case "gid" -> {
                int newGroup = (int) number(value, 10);
                return new RamOptions(pages, inodes, mode, owner, newGroup, given + ",gid=" + newGroup);
            }
            case "inode64", "inode32", "huge", "mpol" -> {
                return this;
            }
            default -> throw KernelException.of(Errno.EINVAL);
        }
    }

    private static long percent(String value) throws KernelException {
        long share = number(value.substring(0, value.length() - 1), 10);
        return MemoryStatistics.totalBytes() / 100 * share;
    }

    private static long quantity(String value) throws KernelException {
        if (value.isEmpty()) {
            throw KernelException.of(Errno.EINVAL);
        }
        int shift = switch (value.charAt(value.length() - 1)) {
            case 'k', 'K' -> 10;
            case 'm', 'M' -> 20;
            case 'g', 'G' -> 30;
            default -> 0;
        };
        return number(shift == 0 ? value : value.substring(0, value.length() - 1), 10) << shift;
    }

    private static long number(String digits, int radix) throws KernelException {
        if (digits.isEmpty() || digits.length() > 18) {
            throw KernelException.of(Errno.EINVAL);
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit >= radix) {
                throw KernelException.of(Errno.EINVAL);
            }
            value = value * radix + digit;
        }
        return value;
    }
}
