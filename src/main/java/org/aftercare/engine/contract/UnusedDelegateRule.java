package org.aftercare.engine.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Every bean that models may name is named by a model. */
final class UnusedDelegateRule extends ModelRule {

  UnusedDelegateRule() {
    super("unused-delegate", "Code that no model reaches is dead, or its model was lost.");
  }

  @Override
  void check(ModelSet models, Consumer<Finding> findings) {
    if (!models.isWhole()) {
      return;
    }
    Set<String> unused = new TreeSet<>(models.vocabulary().beans().keySet());
    for (ProcessModel process : models.processes()) {
      for (ProcessModel.Located located : process.expressions()) {
        unused.removeIf(bean -> names(located.text(), bean));
      }
    }
    for (String bean : unused) {
      findings.accept(
          new Finding(
              Finding.Nature.HOUSE,
              "",
              bean,
              "",
              id(),
              "No model names the bean %s.".formatted(bean),
              reason(),
              "Use it in a model or delete it."));
    }
  }

  private static boolean names(String expression, String bean) {
    try {
      ModelExpression parsed = ModelExpression.parse(expression);
      return parsed instanceof ModelExpression.Name name && name.name().equals(bean)
          || parsed instanceof ModelExpression.Call call && call.bean().equals(bean);
    } catch (ForbiddenExpressionException e) {
      return false;
    }
  }
}
