package org.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of what steps read from a process and leave in it. */
public abstract class DelegateTest {

  /** The process's variables as they stand, and as they were set. */
  protected final Map<String, Object> variables = new HashMap<>();

  protected final Map<String, TypedValue> set = new TreeMap<>();
  protected final DelegateExecution execution = mock(DelegateExecution.class);

  @BeforeEach
  final void listen() {
    when(execution.getProcessInstanceId()).thenReturn("pi");
    when(execution.getCurrentActivityId()).thenReturn("Step");
    when(execution.getVariable(anyString())).thenAnswer(c -> variables.get(c.getArgument(0)));
    doAnswer(
            call -> {
              TypedValue value = call.getArgument(1);
              set.put(call.getArgument(0), value);
              variables.put(call.getArgument(0), value.getValue());
              return null;
            })
        .when(execution)
        .setVariable(anyString(), any());
  }

  /** The process is that of a case. */
  protected final void of(String caseNumber) {
    when(execution.getProcessBusinessKey()).thenReturn(caseNumber);
  }

  /** Whatever a step did: codes, figures and days, and nothing of the customer's. */
  @AfterEach
  final void nothingPersonalIsInTheProcess() {
    assertThat(set.values())
        .allSatisfy(value -> assertThat(value).isInstanceOf(PrimitiveValue.class));
    assertThat(set.values().stream().map(value -> String.valueOf(value.getValue())))
        .allSatisfy(
            text ->
                assertThat(text)
                    .hasSizeLessThan(60)
                    .doesNotContainIgnoringCase("astrid")
                    .doesNotContainIgnoringCase("lindqvist")
                    .doesNotContain("@", "+46", "Björkgatan", "752 28", "Uppsala", "hums"));
  }

  protected final void run(JavaDelegate delegate) throws Exception {
    delegate.execute(execution);
  }

  protected final Map<String, Object> stored() {
    return only(false);
  }

  protected final Map<String, Object> weighed() {
    return only(true);
  }

  private Map<String, Object> only(boolean isTransient) {
    Map<String, Object> found = new TreeMap<>();
    set.forEach(
        (name, value) -> {
          if (value.isTransient() == isTransient) {
            found.put(name, value.getValue());
          }
        });
    return found;
  }
}
