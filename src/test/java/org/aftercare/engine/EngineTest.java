package org.aftercare.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aftercare.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;

/** A test with the real engine and its job executor, without the modules above. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestDatabase
@SpringBootTest(
    classes = EngineTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "camunda.bpm.auto-deployment-enabled=false",
      "aftercare.engine.inbox.first-retry=100ms",
      "aftercare.engine.inbox.longest-retry=200ms",
      "aftercare.engine.inbox.poll=100ms",
      "aftercare.engine.retry-time-cycle=PT0.1S,PT0.1S",
      "spring.main.banner-mode=off",
      // Neither the REST API nor the web applications, which need a web server.
      "spring.autoconfigure.exclude="
          + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
          + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
    })
@interface EngineTest {}
