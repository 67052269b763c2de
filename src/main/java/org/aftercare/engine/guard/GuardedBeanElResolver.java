package org.aftercare.engine.guard;

import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** Reads properties and calls methods in expressions, as far as {@link ReachableMembers} allows. */
final class GuardedBeanElResolver extends BeanELResolver {

  private final ReachableMembers members;

  GuardedBeanElResolver(ReachableMembers members) {
    super(true);
    this.members = members;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    check(base, property);
    return super.getValue(context, base, property);
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    check(base, property);
    return super.getType(context, base, property);
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    check(base, method);
    return super.invoke(context, base, method, types, arguments);
  }

  private void check(Object base, Object member) {
    if (base != null && !members.mayUse(base, String.valueOf(member))) {
      throw new ELException(
          "Expressions may not use '%s' of %s. They reach process variables, the execution or task, and delegates."
              .formatted(member, base.getClass().getName()));
    }
  }
}
