package org.asterism.service.proc.syscall;

import org.asterism.kernel.process.Credentials;

/**
 * The four ids of users, or those of groups.
 *
 * @param real who started the program
 * @param effective whose rights count
 * @param saved which may become effective again
 * @param filesystem whose rights count for files
 */
record UserIds(int real, int effective, int saved, int filesystem) {
    static UserIds ofUsers(Credentials from) {
        return new UserIds(from.realUser(), from.effectiveUser(), from.savedUser(), from.filesystemUser());
    }

    static UserIds ofGroups(Credentials from) {
        return new UserIds(from.realGroup(), from.effectiveGroup(), from.savedGroup(), from.filesystemGroup());
    }

    boolean has(int id) {
        return id == real || id == effective || id == saved;
    }
}
