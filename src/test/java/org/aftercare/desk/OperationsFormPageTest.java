package org.aftercare.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Map;
import org.aftercare.engine.OperationsTask;
import org.aftercare.notifications.Wordings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The form of tasks that no model knows. */
class OperationsFormPageTest {

  private final Wordings wordings = mock();

  @Test
  void saysWhatToDoAsTextAndAsksForOneChoice() {
    when(wordings.has(anyString())).thenReturn(true);
    when(wordings.text(anyString(), any(), any(), any()))
        .thenAnswer(call -> "<" + call.getArgument(0) + ">");

    String page =
        new OperationsFormPage(new DeskWords(wordings))
            .of(OperationsTask.INCIDENT, "Failed: <b>{{7*7}}</b>\n\nRetry.", Locale.ENGLISH);

    assertThat(page)
        .contains("<h3>&lt;desk.about.task.INCIDENT&gt;</h3>")
        .contains("<p>Failed: &lt;b&gt;{{7*7}}&lt;/b&gt;</p><p>Retry.</p>")
        .contains("ng-non-bindable")
        .containsOnlyOnce("cam-variable-name");
  }

  @Test
  void isNamedToTasklistForTasksOutsideAnyProcessOnly() throws Exception {
    Map.of(
            "incident-4f2a", true,
            "message-4f2a", true,
            "human-4f2a", true,
            "4f2a-11", false)
        .forEach(
            (taskId, ours) ->
                assertThat(
                        ask("GET", "/camunda/api/engine/engine/default/task/" + taskId + "/form"))
                    .as(taskId)
                    .isEqualTo(
                        ours
                            ? "{\"key\":\"embedded:/api/desk/tasks/%s/form\",\"camundaFormRef\":null,\"contextPath\":null}"
                                .formatted(taskId)
                            : "passed on"));
    assertThat(ask("POST", "/camunda/api/engine/engine/default/task/human-1/form"))
        .isEqualTo("passed on");
    assertThat(ask("GET", "/camunda/api/engine/engine/default/task/human-1/form-variables"))
        .isEqualTo("passed on");
  }

  private static String ask(String method, String path) {
    try {
      MockHttpServletResponse response = new MockHttpServletResponse();
      MockFilterChain chain = new MockFilterChain();
      new OperationsForm().doFilter(new MockHttpServletRequest(method, path), response, chain);
      return chain.getRequest() == null ? response.getContentAsString() : "passed on";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
