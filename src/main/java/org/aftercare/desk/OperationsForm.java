package org.aftercare.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aftercare.engine.OperationsTask;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives Tasklist a form for tasks that belong to no process. The engine knows forms of models only
 * and would have Tasklist show its empty generic form. Stands behind the login; the form itself is
 * shown to those alone who may read the task.
 */
@Component
class OperationsForm extends OncePerRequestFilter {

  private static final Pattern ASKED =
      Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([A-Za-z0-9-]+)/form");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> taskId = taskId(request);
    if (taskId.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    String form =
        "%s/api/desk/tasks/%s/form".formatted(request.getContextPath(), taskId.orElseThrow());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"key\":\"embedded:%s\",\"camundaFormRef\":null,\"contextPath\":null}"
                .formatted(form));
  }

  private static Optional<String> taskId(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    Matcher asked =
        ASKED.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    return asked.matches()
        ? Optional.of(asked.group(1)).filter(id -> OperationsTask.of(id).isPresent())
        : Optional.empty();
  }
}
