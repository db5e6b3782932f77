package org.asterism.service.fs.devfs;

import org.asterism.kernel.vfs.CharacterDevice;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/urandom}. */
@Component(service = CharacterDevice.class)
public final class UrandomDevice extends EntropyDevice {
    /** The device. */
    public UrandomDevice() {
        super(9, "urandom");
    }
}
