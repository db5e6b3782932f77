package org.asterism.host;

import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceBuilder;
import java.util.ArrayList;
import java.util.List;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.BundlePool;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/**
 * The simulated machine as an architecture. It is a PC's in all that safe bundles see (system call numbers, ports), so on a host it satisfies bundles that ask
 * for {@code x86_64}; for an image it does not.
 */
final class HostArchitecture {
    static final String NAMESPACE = "ostd.arch";
    /** What it stands in for. */
    static final String LIKE = "x86_64";

    private static final String HOST = "host";

    private HostArchitecture() {
    }

    /** The same candidates, the host's architecture like that of a PC. */
    static BundlePool standingIn(BundlePool pool) throws RefusedException {
        List<Bundle> bundles = new ArrayList<>();
        for (Bundle bundle : pool.bundles()) {
            boolean host = bundle.resource().getCapabilities(NAMESPACE).stream()
                    .anyMatch(capability -> HOST.equals(capability.getAttributes().get("arch")));
            bundles.add(!host ? bundle : new Bundle(bundle.file(), bundle.symbolicName(), bundle.version(), bundle.sha256(), bundle.manifest(),
                    both(bundle.resource()), bundle.entries()));
        }
        return BundlePool.of(bundles);
    }

    private static Resource both(Resource resource) {
        try {
            ResourceBuilder builder = new ResourceBuilder();
            for (Capability capability : resource.getCapabilities(null)) {
                if (!capability.getNamespace().equals(NAMESPACE)) {
                    builder.addCapability(capability);
                }
            }
            builder.addCapability(new CapReqBuilder(NAMESPACE).addAttribute("arch", List.of(HOST, LIKE)));
            builder.addRequirements(resource.getRequirements(null));
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("the capabilities of the host's bundle are malformed", e);
        }
    }
}
