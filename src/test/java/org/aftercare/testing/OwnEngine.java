package org.aftercare.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Gives each test the engine of its own context over HTTP too. Camunda's REST API and web
 * applications look an engine up by name in a register of the JVM, where the contexts that Spring
 * keeps for later tests all stand under the same name.
 */
class OwnEngine extends AbstractTestExecutionListener {

  /** After the test's dependencies are there, so the context is, too. */
  @Override
  public int getOrder() {
    return 2500;
  }

  @Override
  public void prepareTestInstance(TestContext test) {
    register(test);
  }

  @Override
  public void beforeTestMethod(TestContext test) {
    register(test);
  }

  private static void register(TestContext test) {
    if (test.hasApplicationContext()) {
      test.getApplicationContext()
          .getBeanProvider(ProcessEngine.class)
          .ifAvailable(ProcessEngines::registerProcessEngine);
    }
  }
}
