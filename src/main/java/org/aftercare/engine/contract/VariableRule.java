package org.aftercare.engine.contract;

import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Variables that expressions read and set are declared, and hold what they are compared with. */
final class VariableRule extends ProcessRule {

  VariableRule() {
    super(
        "variable",
        "A mistyped name or value is never equal to anything, and the case takes the wrong way.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    process
        .variables()
        .values()
        .forEach(
            variable -> {
              if (!DeclaredVariable.TYPES.contains(variable.type())) {
                findings.accept(
                    finding(
                        process,
                        process.executable().get(0),
                        "The variable %s has the type %s."
                            .formatted(variable.name(), variable.type()),
                        "Declare it as String, Integer, Long or Boolean, and codes as String: A, B."));
              }
            });
    for (ProcessModel.Located located : process.expressions()) {
      try {
        check(process, models, located, ModelExpression.parse(located.text()), findings);
      } catch (ForbiddenExpressionException e) {
        // AllowedExpressionRule reports it.
        continue;
      }
    }
  }

  private void check(
      ProcessModel process,
      ModelSet models,
      ProcessModel.Located located,
      ModelExpression expression,
      Consumer<Finding> findings) {
    if (expression instanceof ModelExpression.Condition condition) {
      condition
          .comparisons()
          .forEach(
              comparison ->
                  check(
                      process,
                      located.owner(),
                      comparison.variable(),
                      comparison.literal(),
                      findings));
    } else if (expression instanceof ModelExpression.SetVariable set) {
      check(process, located.owner(), set.name(), set.value(), findings);
    } else if (expression instanceof ModelExpression.Name name
        && !models.vocabulary().beans().containsKey(name.name())
        && !located.owner().getLocalName().endsWith("Task")) {
      // A bare name is a delegate on tasks, which DelegateRule checks, and a flag elsewhere.
      check(process, located.owner(), name.name(), null, findings);
    }
  }

  private void check(
      ProcessModel process,
      Element owner,
      String name,
      Object compared,
      Consumer<Finding> findings) {
    Optional<DeclaredVariable> variable = process.variable(name);
    if (variable.isEmpty()) {
      findings.accept(
          finding(
              process,
              owner,
              "The variable %s is not declared.".formatted(name),
              "Declare it as the process's extension property variable.%s.".formatted(name)));
    } else if (compared instanceof ModelExpression.Name other) {
      check(process, owner, other.name(), null, findings);
    } else if (compared != null && !variable.get().accepts(compared)) {
      findings.accept(
          finding(
              process,
              owner,
              "The variable %s never holds %s; it is declared as %s."
                  .formatted(name, compared, variable.get().describe()),
              "Use a declared value, or add the value to the declaration."));
    }
  }
}
