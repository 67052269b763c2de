package org.aftercare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test's context an empty database of its own. Put it on a test class beside
 * {@code @SpringBootTest}; to run the same tests on both databases, extend the class and put {@code
 * POSTGRESQL} on the subclass, or run Maven with {@code -Daftercare.test.database=postgresql}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface TestDatabase {

  /** Which database. */
  Kind value() default Kind.CONFIGURED;

  /** What a test may run on. */
  enum Kind {
    /** What the system property {@code aftercare.test.database} says; H2 without it. */
    CONFIGURED,
    /** In memory. */
    H2,
    /** One real server for the whole JVM, from embedded binaries. */
    POSTGRESQL
  }
}
