package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.cache.JdkFingerprint;
import org.asterism.assembly.descriptor.KernelDescriptor;

/** Identity of an assembly: equal keys, equal results. Decides whether a kept image can be used again. */
public final class AssemblyKey {
    private static final int DIGITS = 24;

    private AssemblyKey() {}

    /**
     * Computes the key.
     *
     * @param descriptor what the kernel is to be made of
     * @param candidates every jar that could be chosen
     * @param own those among them that come with the tool
     * @param toolIdentity identity of this tool
     * @param toolchain the programs used
     * @return hexadecimal digits
     * @throws IOException if a jar or the root file system cannot be read
     */
    public static String of(KernelDescriptor descriptor, Collection<Path> candidates, Collection<Path> own, String toolIdentity,
            Toolchain toolchain) throws IOException {
        MessageDigest digest = Sha256.digest();
        add(digest, toolIdentity);
        add(digest, toolchain.toString());
        add(digest, JdkFingerprint.running());
        add(digest, descriptor.requirements().stream().map(root -> root.requirement().toString()).toList().toString());
        add(digest, descriptor.profile());
        add(digest, descriptor.privileged().toString());
        add(digest, descriptor.hashes().toString());
        add(digest, descriptor.grants().toString());
        add(digest, descriptor.bindings().toString());
        add(digest, descriptor.configuration().toString());
        if (descriptor.initramfs().isPresent()) {
            add(digest, descriptor.initramfs().get().getFileName() + " " + RootFiles.hash(descriptor.initramfs().get()));
        }
        for (Path candidate : candidates) {
            add(digest, (own.contains(candidate) ? "own " : "") + Sha256.of(candidate));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
