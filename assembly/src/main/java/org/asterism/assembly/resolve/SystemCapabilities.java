package org.asterism.assembly.resolve;

import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

/**
 * What a kernel offers its bundles without any of them providing it: the {@code java.*} packages, the execution
 * environment, the component runtime (which the generated boot class replaces), the generated system call table, and
 * the resources that can be granted.
 */
final class SystemCapabilities {
    /** Symbolic name of the resource in wirings and messages. */
    static final String NAME = "org.asterism.kernel.system";

    /** The service that generated code provides: one call for every {@code @Syscall} method. */
    static final String SYSCALL_TABLE = "org.asterism.kernel.syscall.SyscallTable";

    /** Kinds of requirement that a descriptor may hold, besides those that bundles define. */
    static final Set<String> NAMESPACES = Set.of("bnd.identity", "osgi.identity", "osgi.wiring.package", "osgi.service", "ostd.arch");

    private SystemCapabilities() {}

    static Resource resource(Set<String> grants) {
        try {
            ResourceBuilder builder = new ResourceBuilder();
            builder.addCapability(new CapReqBuilder("osgi.identity")
                    .addAttribute("osgi.identity", NAME)
                    .addAttribute("type", "osgi.bundle")
                    .addAttribute("version", Version.emptyVersion));
            builder.addCapability(new CapReqBuilder("osgi.ee")
                    .addAttribute("osgi.ee", "JavaSE")
                    .addAttribute("version", List.of(new Version("1.8"), new Version("9"), new Version("11"), new Version("17"))));
            builder.addCapability(new CapReqBuilder("osgi.extender")
                    .addAttribute("osgi.extender", "osgi.component")
                    .addAttribute("version", new Version("1.5.0")));
            builder.addCapability(new CapReqBuilder("osgi.service").addAttribute("objectClass", List.of(SYSCALL_TABLE)));
            for (String grant : grants) {
                builder.addCapability(new CapReqBuilder("ostd.grant").addAttribute("grant", grant));
            }
            for (String javaPackage : javaPackages()) {
                builder.addCapability(new CapReqBuilder("osgi.wiring.package")
                        .addAttribute("osgi.wiring.package", javaPackage)
                        .addAttribute("version", Version.emptyVersion));
            }
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("the kernel's own capabilities are malformed", e);
        }
    }

    /** The packages that {@code java.base} exports to everyone. */
    private static SortedSet<String> javaPackages() {
        SortedSet<String> packages = new TreeSet<>();
        for (ModuleDescriptor.Exports exports : Object.class.getModule().getDescriptor().exports()) {
            if (!exports.isQualified()) {
                packages.add(exports.source());
            }
        }
        return packages;
    }
}
