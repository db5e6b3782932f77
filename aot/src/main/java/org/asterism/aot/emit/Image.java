package org.asterism.aot.emit;

import org.asterism.aot.Optimizations;
import org.asterism.aot.intrinsic.HandleConstants;
import org.asterism.aot.profile.Profile;
import org.asterism.aot.profile.Substitutions;
import org.asterism.aot.reach.CallResolver;
import org.asterism.aot.reach.Closure;
import org.asterism.aot.target.Target;
import org.asterism.aot.world.FieldLayout;
import org.asterism.aot.world.MemberResolution;
import org.asterism.aot.world.World;

/** Everything known of the image that is being emitted. */
public record Image(World world, MemberResolution resolution, Profile profile, Substitutions substitutions,
        CallResolver calls, HandleConstants handles, Closure closure, FieldLayout layout, Dispatch dispatch, Names names,
        Effects effects, Inlining inlining, LoopShapes loopShapes, Target target, Optimizations optimizations) {
}
