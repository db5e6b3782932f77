package org.asterism.assembly.verify;

import java.util.List;

/**
 * What the verification of sound bundles found.
 *
 * @param classes  how many classes were verified
 * @param breaches what their profile does not hold; they keep the kernel from being linked
 */
public record Verification(int classes, List<ProfileBreach> breaches) {}
