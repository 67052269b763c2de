package org.aftercare;

import java.util.List;
import org.aftercare.sandbox.SandboxServer;
import org.aftercare.testing.TestDatabase;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole product with its job executor, and the sandbox's systems over HTTP. All tests that
 * extend this share one application and one sandbox, which end with the JVM; so each claims for
 * items of its own, and heals what it has broken.
 */
@TestDatabase
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"aftercare.sandbox.enabled=false", "management.server.port=0"})
abstract class ProductWithSandbox {

  private static final SandboxServer SANDBOX = PlayedCompany.openSandbox();

  @LocalServerPort int port;
  @Autowired RuntimeService runtime;
  PlayedCompany company;

  @DynamicPropertySource
  static void sandbox(DynamicPropertyRegistry properties) {
    properties.add("aftercare.sandbox.url", SANDBOX::url);
    properties.add("spring.mail.port", SANDBOX::smtpPort);
  }

  @BeforeEach
  void enter() {
    company = new PlayedCompany(SANDBOX, "http://localhost:" + port);
  }

  /** The case's process instances that have not ended, called ones too. */
  List<String> processes(String caseNumber) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .toList();
  }
}
