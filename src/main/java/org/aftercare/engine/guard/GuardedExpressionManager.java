package org.aftercare.engine.guard;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/** Evaluates expressions that see variables, the execution or task, and allowed beans only. */
final class GuardedExpressionManager extends JuelExpressionManager {

  private final ModelBeans modelBeans;

  GuardedExpressionManager(ModelBeans modelBeans) {
    this.modelBeans = modelBeans;
  }

  @Override
  public Expression createExpression(String expression) {
    return new GuardedExpression(createValueExpression(expression), this, expression);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    resolvers.add(new ModelBeanElResolver(modelBeans));
    resolvers.add(new ArrayELResolver(true));
    resolvers.add(new ListELResolver(true));
    resolvers.add(new MapELResolver(true));
    resolvers.add(new GuardedBeanElResolver(new ReachableMembers(modelBeans)));
    return resolvers;
  }

  /**
   * Only a query evaluates an expression without any scope. That is where the last door to
   * expressions in queries is closed, by whatever way the query came here.
   */
  private static final class GuardedExpression extends JuelExpression {

    GuardedExpression(
        ValueExpression expression, JuelExpressionManager manager, String expressionText) {
      super(expression, manager, expressionText);
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
      if (scope == null && !isLiteralText()) {
        FilterExpressions.requireAllowed(getExpressionText());
      }
      return super.getValue(scope, contextExecution);
    }
  }
}
