package org.asterism.assembly.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.assembly.bundle.Bundle;
import org.asterism.assembly.bundle.Sha256;
import org.asterism.assembly.cache.KeptLines;
import org.asterism.assembly.cache.UserCache;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What javac sees of a bundle when it compiles other code against it: classes and members with their types and annotations, but no code, and
 * nothing that a compiler made up.
 */
final class BundleOutline {
    private BundleOutline() {}

    /** The hash of a bundle's outline; kept by the hash of the bundle, as this version of the tool reads it. */
    static String of(Bundle bundle, String tool) throws IOException {
        KeptLines kept = new KeptLines(UserCache.folder("outlines"), tool + " " + bundle.sha256());
        Optional<List<String>> known = kept.read();
        if (known.isPresent()) {
            return known.get().get(0);
        }
        String outline = of(bundle);
        kept.write(List.of(outline));
        return outline;
    }

    /** The hash of a bundle's outline. */
    static String of(Bundle bundle) {
        MessageDigest digest = Sha256.digest();
        for (Map.Entry<String, byte[]> entry : bundle.classes().entrySet()) {
            digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(outline(entry.getValue()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] outline(byte[] classFile) {
        ClassWriter outline = new ClassWriter(0);
        ClassReader reader = new ClassReader(classFile);
        String ownName = reader.getClassName();
        reader.accept(new ClassVisitor(Opcodes.ASM9, outline) {
            @Override
            public void visitInnerClass(String name, String outerName, String innerName, int access) {
                // others are named because code uses them
                if (name.equals(ownName) || ownName.equals(outerName)) {
                    super.visitInnerClass(name, outerName, innerName, access);
                }
            }

            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                return isMadeUp(access) ? null : super.visitField(access, name, descriptor, signature, value);
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return isMadeUp(access) ? null : super.visitMethod(access, name, descriptor, signature, exceptions);
            }
        }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return outline.toByteArray();
    }

    private static boolean isMadeUp(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }
}
