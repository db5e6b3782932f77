package org.asterism.assembly.descriptor;

import java.util.List;

/**
 * A descriptor as far as it can be read.
 *
 * @param descriptor what is right in it; wrong entries are left out
 * @param mistakes one line for everything that is wrong, with the file's line; if there are any, no kernel may be made of it
 * @param text where things stand in it
 */
public record ParsedDescriptor(KernelDescriptor descriptor, List<String> mistakes, DescriptorText text) {}
