/**
 * The closed world of classes: where their bytes come from, their identity (bundle, name), the hierarchy, the resolution of
 * symbolic references (JVMS §5.4.3), the selection of virtual methods (JVMS §5.4.6) and the layout of fields.
 */
package org.asterism.aot.world;
