package org.asterism.language.profile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asterism.aot.Exploration;
import org.asterism.aot.profile.OfferedClass;
import org.asterism.aot.profile.PublishedProfile;

/** The text of {@code docs/profiles.md}. */
final class ProfilePage {
    private static final String HEAD = """
            # Profiles of java.base

            *Generated from `aot/src/main/resources/org/asterism/aot/profiles/*.classes` by `PublishedProfileTest`.*

            A descriptor's `-ostd-profile` says which classes of `java.base` the bundles of a kernel may name. Anything else is refused when
            the kernel is assembled, all at once, each with its bundle, the shortest chain of calls that reaches it, and a remedy.
            A member whose type names a class outside the profile is not there either. Profile `kernel` has no classes for floating
            point: the default kernel computes with integers alone. Privileged bundles are bound by neither list.

            Of what is listed, bundles that are not privileged may not name `java.util.concurrent.locks`: those locks know nothing of atomic
            mode. Programs may; bundles take `org.asterism.ostd.sync`. [The rules of safe code](soundness.md) tell what else they do without.

            What only programs in processes have besides (`System.out`, threads) is in `process.classes`; `language` is the
            profile of the compiler's own tests: `kernel` with floating point and locks.

            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ProfilePage() {}

    static String of(Map<String, Exploration> explored) {
        ProfilePage writer = new ProfilePage();
        SortedMap<String, OfferedClass> kernel = PublishedProfile.named("kernel").classes();
        SortedMap<String, OfferedClass> full = new TreeMap<>(PublishedProfile.named("full").classes());
        full.keySet().removeAll(kernel.keySet());
        writer.classes("kernel: " + kernel.size() + " classes", kernel);
        writer.classes("full: " + full.size() + " more", full);
        writer.cuts(explored);
        writer.substitutions(explored.get("full").substitutions());
        return writer.page.toString();
    }

    private void classes(String title, SortedMap<String, OfferedClass> classes) {
        page.append("## ").append(title).append("\n\n");
        Map<String, List<String>> packages = classes.keySet().stream().collect(Collectors.groupingBy(
                name -> name.substring(0, name.lastIndexOf('.')), TreeMap::new, Collectors.mapping(ProfilePage::simpleName, Collectors.toList())));
        packages.forEach((name, members) -> page.append("- `").append(name).append("`: ").append(String.join(" ", members)).append('\n'));
        page.append("\nWithheld of them:\n\n| class | members | instead |\n|---|---|---|\n");
        classes.values().forEach(this::withheld);
        page.append('\n');
    }

    private void withheld(OfferedClass offered) {
        Map<String, List<String>> byRemedy = new TreeMap<>();
        offered.withheld().forEach((member, remedy) -> byRemedy.computeIfAbsent(remedy, key -> new java.util.ArrayList<>()).add(member));
        byRemedy.forEach((remedy, members) -> row(offered, String.join(" ", members), remedy));
        if (!offered.only().isEmpty()) {
            row(offered, "all others than " + String.join(" ", offered.only()), offered.otherwise());
        }
    }

    private void row(OfferedClass offered, String members, String remedy) {
        page.append("| `").append(simpleName(offered.name())).append("` | ").append(members).append(" | ")
                .append(remedy.equals("full") ? "profile `full`" : remedy).append(" |\n");
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private void cuts(Map<String, Exploration> explored) {
        page.append("## What is cut\n\nMembers that code of `java.base` refers to and an image does not hold: all that a program which calls")
                .append(" every member above can reach. They throw `LinkageError` if they are ever called.\n\n");
        explored.forEach((profile, exploration) -> {
            page.append("Profile `").append(profile).append("`:\n\n| member | why |\n|---|---|\n");
            exploration.cuts().forEach(this::line);
            page.append('\n');
        });
    }

    private void substitutions(List<String> lines) {
        page.append("## What is substituted\n\nMembers that run another body than the JDK's, and why. They are written from their specification.")
                .append("\n\n| member | why |\n|---|---|\n");
        lines.forEach(this::line);
    }

    private void line(String line) {
        int colon = line.indexOf(": ");
        String member = line.substring(0, colon);
        page.append("| `").append(member, 0, member.indexOf('(') < 0 ? member.length() : member.indexOf('('))
                .append("` | ").append(line.substring(colon + 2)).append(" |\n");
    }
}
