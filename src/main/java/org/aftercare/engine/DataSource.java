package org.aftercare.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The catalogue of data: says of a port to another system, or of a store of our own, whose data
 * pass through it. What the data are, is read from the port's methods and records. Every port and
 * every store that a step reaches needs it; a test checks that.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DataSource {

  /** The data in a word or two, as people call them, for example {@code Customer register}. */
  String name();

  /** The system that holds them, for example {@code CRM}; by itself this product. */
  String system() default OWN;

  /** The department that answers for them. */
  StaffGroup owner();

  /** How long they are kept, and by what rule. */
  String kept();

  /** This product. */
  String OWN = "Aftercare";

  /** What another system keeps goes by its own rules. */
  String BY_ITS_SYSTEM = "as its system keeps it";

  /** What belongs to a case. */
  String WITH_THE_CASE = "with the case, until its customer is erased";
}
