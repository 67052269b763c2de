package org.aftercare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aftercare.AftercareApplication;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the whole product over HTTP, without the sandbox: the API, the engine's REST API and
 * the web applications, on ports of their own. All tests so marked share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@AutoConfigureObservability(tracing = false)
@TestDatabase(TestDatabase.Kind.H2)
@SpringBootTest(
    classes = AftercareApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "aftercare.sandbox.enabled=false",
      // Nobody listens there, also while somebody tries the product out on this machine.
      "aftercare.sandbox.url=http://localhost:1",
      "aftercare.sandbox.smtp-port=1",
      "camunda.bpm.job-execution.enabled=false",
      "spring.main.banner-mode=off"
    })
public @interface WebTest {}
