package org.aftercare.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a delegate that does one portion of a large work and is taken again for the next. Models
 * must put a savepoint before it and a retry cycle on it, so that each portion is a transaction of
 * its own; the model contract checks that.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PortionStep {}
