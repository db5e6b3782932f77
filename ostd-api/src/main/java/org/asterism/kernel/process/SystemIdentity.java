package org.asterism.kernel.process;

/**
 * What uname(2) tells, for {@code /proc/version} and {@code /proc/sys/kernel}: a service of the process bundle.
 *
 * <p>The file system is built on it, so its component must not need the file system.
 */
public interface SystemIdentity {
    /**
     * The host name.
     *
     * @return at most 64 characters, each one byte
     */
    String hostName();

    /**
     * Sets the host name.
     *
     * @param name at most 64 characters
     */
    void setHostName(String name);

    /**
     * The NIS domain name.
     *
     * @return {@code (none)} unless set
     */
    String domainName();

    /**
     * Sets the NIS domain name.
     *
     * @param name at most 64 characters
     */
    void setDomainName(String name);

    /**
     * The release, such as {@code 6.1.0-asterism}.
     *
     * @return never null
     */
    String release();

    /**
     * The build, such as {@code #1 SMP}.
     *
     * @return never null
     */
    String version();
}
