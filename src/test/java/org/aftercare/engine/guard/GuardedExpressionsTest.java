package org.aftercare.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aftercare.engine.ModelBean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an expression in a model reaches, and what it does not. */
class GuardedExpressionsTest {

  private static ProcessEngine engine;

  @BeforeAll
  static void start() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("calculator", new Calculator());
    ProxyFactory proxy = new ProxyFactory(new Calculator());
    proxy.setProxyTargetClass(true);
    beans.addBean("proxied", proxy.getProxy());
    beans.addBean("greet", new Greet());
    beans.addBean("hidden", new Hidden());
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("guarded-expressions");
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setHistory("none");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.getProcessEnginePlugins().add(new EngineGuardPlugin(beans));
    engine = configuration.buildProcessEngine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${amount > 100 && country == 'SE'}             | true
          ${execution.processBusinessKey}                | W-7K3M-2QPX
          ${execution.getVariable('country')}            | SE
          ${execution.hasVariable('amount')}             | true
          ${country.toLowerCase()}                       | se
          ${lines.size()}                                | 2
          ${lines[0]}                                    | first
          ${facts.size()}                                | 1
          ${facts.proof}                                 | receipt
          ${calculator.twice(amount)}                    | 400
          ${calculator.limit}                            | 500
          ${proxied.twice(21)}                           | 42
          ${bought.plusDays(14).toString()}              | 2026-01-15
          ${empty country ? 'none' : country}            | SE
          """)
  void reachesVariablesTheExecutionAndModelBeans(String expression, String result) {
    assertThat(String.valueOf(evaluate(expression))).isEqualTo(result);
  }

  @Test
  void aDelegateNeedsNoMark() {
    String process =
        deploy(
            Bpmn.createExecutableProcess("p" + UUID.randomUUID())
                .startEvent()
                .serviceTask("greet")
                .camundaDelegateExpression("${greet}")
                .userTask("wait")
                .endEvent()
                .done());
    String instance = engine.getRuntimeService().startProcessInstanceByKey(process).getId();
    assertThat(engine.getRuntimeService().getVariable(instance, "greeting")).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // reflection
        "${''.getClass()}",
        "${''.class}",
        "${''.getClass().forName('java.lang.Runtime')}",
        "${amount.class.classLoader}",
        "${calculator.getClass().getClassLoader()}",
        "${calculator.class}",
        "${lines.getClass().forName('java.lang.Runtime').getRuntime().exec('true')}",
        "${status.declaringClass}",
        "${country.wait(1)}",
        "${calculator.hashCode()}",
        // beans that are not for models, and what a proxy adds to those that are
        "${hidden.secret()}",
        "${proxied.targetSource}",
        "${proxied.getTargetSource().getTarget()}",
        "${proxied.setPreFiltered(true)}",
        "${calculator.main(null)}",
        // the engine
        "${execution.processEngineServices}",
        "${execution.getProcessEngineServices().getRuntimeService()}",
        "${execution.processEngine}",
        "${execution.bpmnModelInstance}",
        "${execution.getBpmnModelElementInstance()}",
        "${execution.getProcessDefinition()}",
        "${execution.class}",
        // other doors
        "${calculator.thread.contextClassLoader}",
        "${calculator.path.fileSystem}"
      })
  void reachesNothingElse(String expression) {
    assertThatThrownBy(() -> evaluate(expression))
        .hasMessageFindingMatch("may not use|Unknown property|Cannot resolve identifier");
  }

  @Test
  void aVariableMayNotStandInForADelegate() {
    String process =
        deploy(
            Bpmn.createExecutableProcess("p" + UUID.randomUUID())
                .startEvent()
                .serviceTask("step")
                .camundaDelegateExpression("${hidden}")
                .endEvent()
                .done());
    assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(process))
        .hasMessageContaining("hidden");
  }

  private static Object evaluate(String expression) {
    String process =
        deploy(
            Bpmn.createExecutableProcess("p" + UUID.randomUUID())
                .startEvent()
                .serviceTask("evaluate")
                .camundaExpression(expression)
                .camundaResultVariable("result")
                .userTask("wait")
                .endEvent()
                .done());
    VariableMap variables =
        Variables.createVariables().putValue("amount", 200).putValue("country", "SE");
    variables.putValueTyped("lines", transientValue(List.of("first", "second")));
    variables.putValueTyped("facts", transientValue(Map.of("proof", "receipt")));
    variables.putValueTyped("bought", transientValue(LocalDate.of(2026, 1, 1)));
    variables.putValueTyped("status", transientValue(Thread.State.NEW));
    return engine
        .getRuntimeService()
        .createProcessInstanceByKey(process)
        .businessKey("W-7K3M-2QPX")
        .setVariables(variables)
        .executeWithVariablesInReturn()
        .getVariables()
        .get("result");
  }

  private static ObjectValue transientValue(Object value) {
    return Variables.objectValue(value, true).create();
  }

  private static String deploy(BpmnModelInstance model) {
    engine.getRepositoryService().createDeployment().addModelInstance("model.bpmn", model).deploy();
    return model.getModelElementsByType(Process.class).iterator().next().getId();
  }

  /** For models. */
  @ModelBean
  public static class Calculator {

    public int getLimit() {
      return 500;
    }

    public int twice(int number) {
      return number * 2;
    }

    public Thread getThread() {
      return Thread.currentThread();
    }

    public Path getPath() {
      return Path.of("x");
    }

    public static void main(String[] arguments) {
      throw new AssertionError("An expression called a static method.");
    }
  }

  /** By its type. */
  static class Greet implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("greeting", "hello");
    }
  }

  /** Not for models. */
  public static class Hidden {
    public String secret() {
      return "secret";
    }
  }
}
