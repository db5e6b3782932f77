package org.asterism.assembly.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.assembly.RefusedException;
import org.asterism.assembly.resolve.Resolution;

/**
 * What an image carries about itself, in sections that are not loaded, so that a file that was copied elsewhere can still be asked.
 *
 * @param report what it is made of and what each part costs
 * @param lock what decides its bytes
 * @param licences its parts' licences and sources, for people
 */
public record ImageRecord(KernelReport report, List<String> lock, List<String> licences) {
    private static final String REPORT = ".asterism.report";
    private static final String LOCK = ".asterism.lock";
    private static final String LICENCES = ".asterism.licences";

    /**
     * The record of a new image.
     *
     * @param resolution the chosen bundles
     * @param rootFiles what is in the root file system that the descriptor names
     * @param report what it is made of
     * @param lock what decides its bytes
     * @param javaBase the JDK's classes
     * @return the record
     */
    public static ImageRecord of(Resolution resolution, Optional<RootFiles> rootFiles, KernelReport report, List<String> lock, JavaBase javaBase) {
        List<String> licences = LicenceNotice.lines(resolution, javaBase);
        rootFiles.ifPresent(files -> {
            licences.add("");
            licences.addAll(files.noticeLines());
        });
        return new ImageRecord(report.withoutReasons(), lock, licences);
    }

    /**
     * An image with this record in it.
     *
     * @param image a linked image; one that is not ELF has no sections, and stays as it is
     * @return the longer image
     */
    public byte[] carriedBy(byte[] image) {
        if (!ElfSections.isElf(image)) {
            return image;
        }
        Map<String, byte[]> sections = new LinkedHashMap<>();
        sections.put(LICENCES, bytes(licences));
        sections.put(LOCK, bytes(lock));
        sections.put(REPORT, bytes(report.lines()));
        return ElfSections.added(image, sections);
    }

    /**
     * Reads the record that an image carries.
     *
     * @param file the image
     * @return the record, its size that of the file
     * @throws RefusedException if the file is not an image of this tool
     * @throws IOException if it cannot be read
     */
    public static ImageRecord read(Path file) throws RefusedException, IOException {
        byte[] image = Files.readAllBytes(file);
        try {
            return new ImageRecord(KernelReport.parse(lines(file, image, REPORT), image.length),
                    lines(file, image, LOCK), lines(file, image, LICENCES));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RefusedException(file + ": section " + REPORT + " is damaged; assemble the image again");
        }
    }

    private static List<String> lines(Path file, byte[] image, String section) throws RefusedException {
        byte[] text = ElfSections.isElf(image) ? ElfSections.content(image, section).orElse(null) : null;
        if (text == null) {
            throw new RefusedException(file + ": has no section " + section + ", so it is no image of asterism assemble, or was stripped");
        }
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
