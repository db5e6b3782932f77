/**
 * Checks the bytecode of every chosen bundle, because manifests can lie and a flat image has nothing at run time to stop
 * what the checks let pass.
 *
 * <p>Three independent parts. HotSpot's verifier proves types ({@link org.asterism.assembly.verify.TypeVerification}); it
 * does not check access, so every symbolic reference is resolved and access-checked here
 * ({@link org.asterism.assembly.verify.ReferenceCheck} over {@link org.asterism.assembly.verify.MemberResolution} and
 * {@link org.asterism.assembly.verify.AccessRules}, JVMS §5.4.3 and §5.4.4), together with the class hierarchy
 * ({@link org.asterism.assembly.verify.HierarchyCheck}); and safe bundles keep the rules of the kernel
 * ({@link org.asterism.assembly.verify.SafeCodeRules}): the profile of {@code java.*}, no native methods, no monitors,
 * no static state, no reflection. Privileged bundles are excused from the last part only.
 *
 * <p>Everything that is wrong is reported, one line each: bundle, class, member, reason, remedy.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-5.html#jvms-5.4">JVMS 17 §5.4</a>
 */
package org.asterism.assembly.verify;
