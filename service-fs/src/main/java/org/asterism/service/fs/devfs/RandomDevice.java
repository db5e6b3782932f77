package org.asterism.service.fs.devfs;

import org.asterism.kernel.vfs.CharacterDevice;
import org.osgi.service.component.annotations.Component;

/** {@code /dev/random}. */
@Component(service = CharacterDevice.class)
public final class RandomDevice extends EntropyDevice {
    /** The device. */
    public RandomDevice() {
        super(8, "random");
    }
}
