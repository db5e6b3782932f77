package org.asterism.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.asterism.assembly.RefusedException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** Finds the jars that a project's kernel may be made of. Jars that are not bundles are no harm: the resolver leaves them out. */
final class KernelBundles {
    private final RepositorySystem repositories;

    /**
     * Uses Maven's own repositories.
     *
     * @param repositories where artifacts are found
     */
    KernelBundles(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * Collects the project's candidates: its own jar, if it makes one, and its compile and runtime dependencies.
     *
     * @param project whose
     * @return the jars
     * @throws RefusedException if the project's jar is not built yet
     */
    static List<Path> of(MavenProject project) throws RefusedException {
        List<Path> jars = new ArrayList<>();
        for (Artifact dependency : project.getArtifacts()) {
            if (dependency.getArtifactHandler().isAddedToClasspath() && !Artifact.SCOPE_TEST.equals(dependency.getScope())
                    && !Artifact.SCOPE_PROVIDED.equals(dependency.getScope())) {
                jars.add(dependency.getFile().toPath());
            }
        }
        if (!project.getPackaging().equals("pom")) {
            jars.add(own(project));
        }
        return jars;
    }

    private static Path own(MavenProject project) throws RefusedException {
        Path jar = Path.of(project.getBuild().getDirectory(), project.getBuild().getFinalName() + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new RefusedException(jar + ": the project's own bundle is not built yet; name a phase first: mvn package asterism:GOAL");
        }
        return jar;
    }

    /**
     * Collects the platform's candidates, the only ones that may be privileged by their names.
     *
     * @param project whose repositories are asked
     * @param session likewise
     * @param coordinates {@code groupId:artifactId:version} of a BOM, each of whose jars is a candidate
     * @return the jars
     * @throws RefusedException if the platform or an artifact of it cannot be found
     */
    List<Path> platform(MavenProject project, MavenSession session, String coordinates) throws RefusedException {
        String[] parts = coordinates.split(":");
        if (parts.length != 3) {
            throw new RefusedException("platform '" + coordinates + "' is not groupId:artifactId:version; write for example "
                    + KernelMojo.PLATFORM);
        }
        ArtifactDescriptorRequest bom = new ArtifactDescriptorRequest(
                new DefaultArtifact(parts[0], parts[1], "pom", parts[2]), project.getRemoteProjectRepositories(), null);
        List<ArtifactRequest> requests = new ArrayList<>();
        try {
            for (Dependency managed : repositories.readArtifactDescriptor(session.getRepositorySession(), bom).getManagedDependencies()) {
                if (managed.getArtifact().getExtension().equals("jar") && managed.getArtifact().getGroupId().equals(parts[0])) {
                    requests.add(new ArtifactRequest(managed.getArtifact(), project.getRemoteProjectRepositories(), null));
                }
            }
            List<Path> jars = new ArrayList<>();
            for (ArtifactResult result : repositories.resolveArtifacts(session.getRepositorySession(), requests)) {
                jars.add(result.getArtifact().getFile().toPath());
            }
            return jars;
        } catch (ArtifactDescriptorException | ArtifactResolutionException e) {
            throw new RefusedException("platform " + coordinates + ": " + e.getMessage()
                    + "; ./asterism install in a checkout puts it into your Maven repository");
        }
    }
}
