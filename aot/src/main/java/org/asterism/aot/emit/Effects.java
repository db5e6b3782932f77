package org.asterism.aot.emit;

import java.util.Set;
import org.asterism.aot.world.JavaMethod;

/**
 * Facts about whole methods, inferred over the closed world.
 *
 * @param nothrow the methods that no exception can leave
 * @param recursive the methods that lie on a cycle of the call graph
 */
public record Effects(Set<JavaMethod> nothrow, Set<JavaMethod> recursive) {
}
