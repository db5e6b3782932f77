package org.asterism.kernel.process;

/**
 * Whose rights count. Immutable: changes make a new one.
 *
 * @param realUser real user id
 * @param effectiveUser effective user id
 * @param savedUser saved user id
 * @param filesystemUser user id of file accesses
 * @param realGroup real group id
 * @param effectiveGroup effective group id
 * @param savedGroup saved group id
 * @param filesystemGroup group id of file accesses
 * @param supplementaryGroups further group ids; not to be changed
 */
public record Credentials(int realUser, int effectiveUser, int savedUser, int filesystemUser, int realGroup,
        int effectiveGroup, int savedGroup, int filesystemGroup, int[] supplementaryGroups) {
    /** Root, as the first process runs. */
    public static final Credentials ROOT = new Credentials(0, 0, 0, 0, 0, 0, 0, 0, new int[0]);

    /**
     * Tells whether root's rights apply to files.
     *
     * @return whether permission checks are passed over
     */
    public boolean isPrivileged() {
        return filesystemUser == 0;
    }

    /**
     * Tells whether a group's rights apply.
     *
     * @param group a group id
     * @return whether it is the file system group or a supplementary one
     */
    public boolean isMember(int group) {
        if (group == filesystemGroup) {
            return true;
        }
        for (int member : supplementaryGroups) {
            if (member == group) {
                return true;
            }
        }
        return false;
    }
}
