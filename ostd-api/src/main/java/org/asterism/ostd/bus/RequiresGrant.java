package org.asterism.ostd.bus;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Says that a bundle takes a kind of resource. It becomes a requirement in the manifest, so that a kernel whose descriptor does not grant it is
 * refused when it is resolved: {@code @RequiresGrant("mmio") @RequiresGrant("irq")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(RequiresGrants.class)
@Requirement(namespace = "ostd.grant", filter = "(grant=${#value})")
public @interface RequiresGrant {
    /**
     * Which kind.
     *
     * @return a word of {@link Grant}: {@code mmio}, {@code port}, {@code irq} or {@code dma}
     */
    String value();
}
