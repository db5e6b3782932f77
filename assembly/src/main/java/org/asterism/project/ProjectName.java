package org.asterism.project;

import java.util.Arrays;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.asterism.assembly.RefusedException;

/**
 * The name of a new project, from which its folder, artifact, package and bundle are named.
 *
 * @param group such as {@code org.example}
 * @param name lower-case words joined by dashes, such as {@code ram-disk}
 */
public record ProjectName(String group, String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*");
    private static final int MOST_CHARACTERS = 64;

    /**
     * Checks a name.
     *
     * @param group such as {@code org.example}
     * @param name such as {@code ram-disk}
     * @return the name
     * @throws RefusedException if a package cannot be named so
     */
    public static ProjectName of(String group, String name) throws RefusedException {
        if (!NAME.matcher(name).matches() || name.length() > MOST_CHARACTERS) {
            throw new RefusedException("'" + name + "' cannot be the name of a project: use lower-case words of letters and digits, each beginning with a"
                    + " letter, joined by dashes, at most " + MOST_CHARACTERS + " characters, for example ram-disk");
        }
        if (!GROUP.matcher(group).matches()) {
            throw new RefusedException("'" + group + "' cannot be a group: use lower-case words joined by dots, for example org.example");
        }
        ProjectName made = new ProjectName(group, name);
        for (String word : made.packageName().split("\\.")) {
            if (SourceVersion.isKeyword(word, SourceVersion.RELEASE_17)) {
                throw new RefusedException("'" + word + "' is a word of Java and cannot be part of the package " + made.packageName() + "; choose another name");
            }
        }
        if (Arrays.asList("java", "javax").contains(group.split("\\.")[0]) || made.packageName().startsWith("org.asterism.")) {
            throw new RefusedException("package " + made.packageName() + " belongs to somebody else; choose another group with --group");
        }
        return made;
    }

    /**
     * The package, and the bundle's symbolic name.
     *
     * @return such as {@code org.example.ram.disk}
     */
    public String packageName() {
        return group + "." + name.replace('-', '.');
    }
}
