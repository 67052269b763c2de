package org.aftercare.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that models may name in expressions, such as {@code ${deadlines.dueIn('P1D')}}.
 * Delegates and listeners need no mark: their type says it. Every other bean is invisible to
 * models.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {}
