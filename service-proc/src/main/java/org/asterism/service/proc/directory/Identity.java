package org.asterism.service.proc.directory;

import org.asterism.kernel.process.SystemIdentity;
import org.asterism.ostd.boot.KernelRelease;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Names of this system. */
@Component(service = SystemIdentity.class)
public final class Identity implements SystemIdentity {
    private volatile String hostName = "asterism";
    private volatile String domainName = "(none)";

    /** Default names. */
    @Activate
    public Identity() {
    }

    @Override
    public String hostName() {
        return hostName;
    }

    @Override
    public void setHostName(String name) {
        hostName = name;
    }

    @Override
    public String domainName() {
        return domainName;
    }

    @Override
    public void setDomainName(String name) {
        domainName = name;
    }

    @Override
    public String release() {
        return KernelRelease.NUMBER;
    }

    @Override
    public String version() {
        return KernelRelease.VERSION;
    }
}
