package org.asterism.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.asterism.aot.build.ImageBuild;
import org.asterism.aot.build.UnitPlan;
import org.asterism.aot.effect.EffectProof;
import org.asterism.aot.emit.CodeTable;
import org.asterism.aot.emit.Dispatch;
import org.asterism.aot.emit.Effects;
import org.asterism.aot.emit.Exports;
import org.asterism.aot.emit.FunctionEmitter;
import org.asterism.aot.emit.Image;
import org.asterism.aot.emit.ImageData;
import org.asterism.aot.emit.Inlining;
import org.asterism.aot.emit.LoopShapes;
import org.asterism.aot.emit.Names;
import org.asterism.aot.emit.Unit;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.optimize.CallGraph;
import org.asterism.aot.optimize.NothrowInference;
import org.asterism.aot.optimize.RecursionAnalysis;
import org.asterism.aot.profile.Profile;
import org.asterism.aot.profile.ProfileParser;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.reach.ClosureBuilder;
import org.asterism.aot.stack.StackBound;
import org.asterism.aot.world.ClassContainer;
import org.asterism.aot.world.FieldLayout;
import org.asterism.aot.world.JavaMethod;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;

/** Compiles a closed world of bytecode to an ELF image. */
public final class Compiler {
    private static final String EXPORTS = "exports";

    private final CompilationRequest request;
    private final Map<String, Long> stageMillis = new LinkedHashMap<>();
    private long stageStart = System.nanoTime();

    private Compiler(CompilationRequest request) {
        this.request = request;
    }

    /**
     * Runs a compilation.
     *
     * @throws LinkageException if the image would hold something that it may not; nothing is written then
     * @throws IOException if an input cannot be read or an output cannot be written
     * @throws org.asterism.aot.build.BuildException if the C compiler or the linker fails
     */
    public static CompilationResult compile(CompilationRequest request) throws LinkageException, IOException {
        return new Compiler(request).inWorld(Compiler::compile);
    }

    /**
     * Finds what an image would hold, without making it.
     *
     * @throws LinkageException if a rule or a substitution has no target
     * @throws IOException if an input cannot be read
     */
    public static Exploration explore(CompilationRequest request) throws LinkageException, IOException {
        return new Compiler(request).inWorld(Compiler::explore);
    }

    /** A part of the work, over the classes of all bundles. */
    @FunctionalInterface
    private interface Work<T> {
        T apply(Compiler compiler, World world) throws LinkageException, IOException;
    }

    private <T> T inWorld(Work<T> work) throws LinkageException, IOException {
        List<ClassContainer> opened = new ArrayList<>();
        try {
            World world = new World(ClassContainer.javaBase());
            for (CompilationRequest.BundleInput input : request.bundles()) {
                ClassContainer container = ClassContainer.open(input.path());
                opened.add(container);
                Map<String, String> wires = new HashMap<>();
                input.wires().forEach((name, bundle) -> wires.put(name.replace('.', '/'), bundle));
                world.addBundle(input.name(), input.privileged(), container, wires);
            }
            return work.apply(this, world);
        } finally {
            for (ClassContainer container : opened) {
                container.close();
            }
        }
    }

    private Exploration explore(World world) throws LinkageException {
        Reach reach = reach(world);
        return new Exploration(reach.closure().offenders(), Report.reached(reach.closure()),
                reach.substitutions().lines(), Report.cuts(reach.closure()));
    }

    /** The closure, and what computed it. */
    private record Reach(Profile profile, Substitutions substitutions, Exports exports, MemberResolution resolution, CallResolver calls,
            HandleConstants handles, Optimizations optimizations, Closure closure) {
    }

    private Reach reach(World world) throws LinkageException {
        Optimizations optimizations = new Optimizations(request.disabled());
        Profile profile = ProfileParser.builtIn(request.profile());
        if (!request.target().isProgram()) {
            profile.enableAssertions();
        }
        Substitutions substitutions = Substitutions.read(world, profile);
        Exports exports = Exports.collect(world, request.main());
        refuse(exports.problems(), substitutions.problems(), profile.staleRules(world));
        MemberResolution resolution = new MemberResolution();
        CallResolver calls = new CallResolver(world, resolution, profile, substitutions, optimizations);
        HandleConstants handles = new HandleConstants(world, resolution, profile);
        Closure closure = new ClosureBuilder(world, resolution, profile, substitutions, calls, handles, optimizations)
                .build(exports.methods());
        return new Reach(profile, substitutions, exports, resolution, calls, handles, optimizations, closure);
    }

    private CompilationResult compile(World world) throws LinkageException, IOException {
        Reach reach = reach(world);
        Closure closure = reach.closure();
        if (!closure.offenders().isEmpty()) {
            throw new LinkageException(closure.offenders());
        }
        stage("closure", closure.methods().size() + " methods, " + closure.types().size() + " types");
        Optimizations optimizations = reach.optimizations();
        Dispatch dispatch = new Dispatch(closure, reach.calls(), optimizations);
        CallGraph graph = new CallGraph(closure, reach.calls(), dispatch);
        CompletableFuture<EffectProof> proving = CompletableFuture.supplyAsync(() -> EffectProof.apply(world, closure, graph));
        Set<JavaMethod> recursive = RecursionAnalysis.apply(closure.methods(), graph, optimizations);
        Set<JavaMethod> nothrow = optimizations.include(Optimization.NOTHROW_INFERENCE)
                ? NothrowInference.apply(world, reach.resolution(), closure, reach.calls(), graph, recursive) : Set.of();
        Effects effects = new Effects(nothrow, recursive);
        LoopShapes loopShapes = new LoopShapes(world, reach.resolution(), closure, reach.calls(), dispatch, optimizations);
        Image image = new Image(world, reach.resolution(), reach.profile(), reach.substitutions(), reach.calls(), reach.handles(), closure,
                new FieldLayout(), dispatch, new Names(), effects,
                new Inlining(closure, recursive, loopShapes, optimizations), loopShapes, request.target(), optimizations);
        EffectProof proof = proving.join();
        if (!proof.offenders().isEmpty()) {
            throw new LinkageException(proof.offenders());
        }
        stage("effects", proof.proved() + " statements hold, " + proof.slowPaths().size() + " slow paths");
        Files.createDirectories(request.output().toAbsolutePath().getParent());
        try (ImageBuild build = new ImageBuild(world, request.target(), request.cache(), request.output(), request.jobs(), optimizations)) {
            stage("emission", build.start(emission(image, reach.exports()), request.progress()) + " units");
            CodeTable codeTable = new CodeTable(image);
            build.start(ImageData.write(image));
            refuseClashes(image.names());
            StackBound stacks = new StackBound(image, graph, reach.exports().symbols(), reach.exports().program(), build.assemblyFrames());
            build.await(request.progress());
            stage("build", build.compiled() + " of " + build.sources() + " units compiled");
            return link(build, image, codeTable, stacks, proof);
        }
    }

    private CompilationResult link(ImageBuild build, Image image, CodeTable codeTable, StackBound stacks, EffectProof proof)
            throws LinkageException, IOException {
        CompletableFuture<String> table = build.place(codeTable);
        stacks.prove(build.frames());
        if (!stacks.offenders().isEmpty()) {
            throw new LinkageException(stacks.offenders());
        }
        stage("stacks", stacks.stacks().size() + " bounded");
        build.link(table);
        stage("link", "image of " + Files.size(request.output()) + " bytes");
        return Report.of(image, request, build.sources(), build.compiled(),
                new CompilationResult.Proofs(proof.proved(), proof.slowPaths(), stacks.stacks()), stageMillis);
    }

    /** What writes the units of an image, in their order. */
    private static List<ImageBuild.Emission> emission(Image image, Exports exports) {
        UnitPlan plan = new UnitPlan(image.closure().methods());
        List<JavaMethod> methods = new ArrayList<>(image.closure().methods());
        methods.sort(Comparator.comparing(image.names()::method));
        Map<String, List<JavaMethod>> units = new TreeMap<>();
        methods.forEach(method -> units.computeIfAbsent(plan.unit(method), name -> new ArrayList<>()).add(method));
        Map<String, ImageBuild.Emission> emission = new TreeMap<>();
        units.forEach((name, members) -> emission.put(name,
                new ImageBuild.Emission(members.stream().mapToInt(JavaMethod::codeSize).sum(), () -> emit(image, plan, name, members))));
        emission.put(EXPORTS, new ImageBuild.Emission(0, () -> {
            Unit exported = new Unit(EXPORTS, image.names(), callee -> true);
            exports.emit(image, exported);
            return exported;
        }));
        return List.copyOf(emission.values());
    }

    private static Unit emit(Image image, UnitPlan plan, String name, List<JavaMethod> members) {
        Unit unit = new Unit(name, image.names(), callee -> UnitPlan.isApart(name) || plan.unit(callee).equals(name));
        members.forEach(method -> FunctionEmitter.emit(image, unit, method));
        FunctionEmitter.emitCopies(image, unit);
        return unit;
    }

    /** Refuses two things that the linker would take for one. All symbols of an image are known when its data is. */
    private static void refuseClashes(Names names) throws LinkageException {
        if (!names.clashes().isEmpty()) {
            throw new LinkageException(names.clashes().stream().map(clash -> new Offender(clash.bundle(), clash.holder(),
                    "has the same symbol, " + clash.symbol() + ", as " + clash.other(), "rename one", List.of())).toList());
        }
    }

    @SafeVarargs
    private static void refuse(List<String>... problems) throws LinkageException {
        List<Offender> offenders = new ArrayList<>();
        for (List<String> list : problems) {
            list.forEach(problem -> offenders.add(new Offender("toolchain", problem, "cannot be used", "correct it", List.of())));
        }
        if (!offenders.isEmpty()) {
            throw new LinkageException(offenders);
        }
    }

    private void stage(String name, String detail) {
        long now = System.nanoTime();
        long millis = (now - stageStart) / 1_000_000;
        stageStart = now;
        stageMillis.put(name, millis);
        request.progress().stage(name + ": " + detail + ", " + millis + " ms");
    }
}
