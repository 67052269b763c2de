package org.aftercare.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks data that say who somebody is, how or where to reach them, or what they wrote or
 * photographed. A number by which only the company's own systems find a customer, such as a case's
 * or an order's, is a reference and carries no mark. On a record, all of it is personal.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
