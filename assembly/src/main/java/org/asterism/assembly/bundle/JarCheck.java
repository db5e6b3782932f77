package org.asterism.assembly.bundle;

/**
 * Every way a jar can be refused before anybody looks at what is in it. All are on in production; tests switch one off and see
 * that its hostile jar then gets through.
 */
enum JarCheck {
    /** Directory and entries that do not agree, overlap, or leave bytes that one reader sees and another does not. */
    DIRECTORY,
    /** Entries that do not expand to what the directory says. */
    CONTENT,
    /** Paths that lead out of a folder, or that file systems read differently. */
    ENTRY_NAME,
    /** Entries that are links, or have another name besides, for readers other than Java's. */
    ENTRY_KIND,
    /** Two entries for one path. */
    DUPLICATE,
    /** More entries than any sensible bundle has. */
    COUNT,
    /** More bytes than any sensible bundle has, packed or unpacked. */
    SIZE,
    /** Small entries that expand to large ones. */
    RATIO,
    /** Manifests that say one thing twice, or no name that is one. */
    MANIFEST
}
