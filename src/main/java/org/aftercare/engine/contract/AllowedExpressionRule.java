package org.aftercare.engine.contract;

import java.util.function.Consumer;

/** Every expression has one of the allowed forms, and the beans that it calls exist. */
final class AllowedExpressionRule extends ProcessRule {

  AllowedExpressionRule() {
    super(
        "expression",
        "Expressions run with the engine's rights; a rule hidden in one is seen by nobody.");
  }

  @Override
  void check(ProcessModel process, ModelSet models, Consumer<Finding> findings) {
    for (ProcessModel.Located located : process.expressions()) {
      try {
        if (ModelExpression.parse(located.text()) instanceof ModelExpression.Call call
            && !models.vocabulary().offers(call.bean(), call.method(), call.arguments().size())) {
          findings.accept(
              finding(
                  process,
                  located.owner(),
                  "No bean that models may name offers %s.%s with %d arguments."
                      .formatted(call.bean(), call.method(), call.arguments().size()),
                  "Call a method of a bean marked @ModelBean, or add it to the code."));
        }
      } catch (ForbiddenExpressionException e) {
        findings.accept(
            finding(
                process,
                located.owner(),
                "The expression %s is not allowed. %s".formatted(located.text(), e.getMessage()),
                "Compare a variable with a literal, name a delegate, call a bean marked @ModelBean, or set a variable to a literal; anything else belongs into a delegate or a decision."));
      }
    }
  }
}
