package org.aftercare.engine.contract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;

/** An error that is caught is thrown, by code or by an end event, and one thrown is caught. */
final class ErrorCodeRule extends ModelRule {

  ErrorCodeRule() {
    super(
        "error-code",
        "An error that nobody catches ends the case; one that nobody throws is a dead branch.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    for (ProcessModel process : models.processes()) {
      Set<String> known = new HashSet<>(models.vocabulary().errors());
      addThrown(process, models, known, new HashSet<>());
      for (ErrorEventDefinition definition : process.all(ErrorEventDefinition.class)) {
        String code = codeOf(definition);
        if (definition.getParentElement() instanceof CatchEvent event && !known.contains(code)) {
          findings.accept(
              finding(
                  process.file(),
                  event.getId(),
                  event.getName(),
                  "Nobody throws the error %s.".formatted(code),
                  "Catch an error by a code that a module declares or an end event throws."));
        }
      }
    }
    if (models.isWhole()) {
      checkCaught(models, findings);
    }
  }

  /** By the process's own ends, and by those of the processes that it calls. */
  private static void addThrown(
      ProcessModel process, ModelSet models, Set<String> thrown, Set<String> visited) {
    if (!visited.add(process.id())) {
      return;
    }
    for (ErrorEventDefinition definition : process.all(ErrorEventDefinition.class)) {
      if (definition.getParentElement() instanceof EndEvent) {
        thrown.add(codeOf(definition));
      }
    }
    for (CallActivity call : process.all(CallActivity.class)) {
      Optional.ofNullable(call.getCalledElement())
          .flatMap(models::process)
          .ifPresent(called -> addThrown(called, models, thrown, visited));
    }
  }

  private void checkCaught(ModelSet models, Consumer<Finding> findings) {
    Set<String> caught = new HashSet<>();
    for (ProcessModel process : models.processes()) {
      for (ErrorEventDefinition definition : process.all(ErrorEventDefinition.class)) {
        if (definition.getParentElement() instanceof CatchEvent) {
          caught.add(codeOf(definition));
        }
      }
    }
    for (ProcessModel process : models.processes()) {
      for (ErrorEventDefinition definition : process.all(ErrorEventDefinition.class)) {
        if (definition.getParentElement() instanceof EndEvent end
            && !caught.contains(codeOf(definition))) {
          findings.accept(
              finding(
                  process.file(),
                  end.getId(),
                  end.getName(),
                  "Nobody catches the error %s.".formatted(codeOf(definition)),
                  "Catch it, or end without an error."));
        }
      }
    }
    models.vocabulary().errors().stream()
        .filter(code -> !caught.contains(code))
        .sorted()
        .forEach(
            code ->
                findings.accept(
                    new Finding(
                        Finding.Nature.HOUSE,
                        "",
                        code,
                        "",
                        id(),
                        "No model catches the error %s that code throws.".formatted(code),
                        reason(),
                        "Catch it, or take it out of the code.")));
  }

  private static String codeOf(ErrorEventDefinition definition) {
    Error error = definition.getError();
    return error == null || error.getErrorCode() == null ? "(none)" : error.getErrorCode();
  }
}
