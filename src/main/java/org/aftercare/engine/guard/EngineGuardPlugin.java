package org.aftercare.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes what the engine leaves open: expressions, queries, typed objects, logins. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineGuardPlugin extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;

  EngineGuardPlugin(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setExpressionManager(new GuardedExpressionManager(new ModelBeans(beans)));
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setCustomPostCommandInterceptorsTxRequired(
        withQueryGuard(configuration.getCustomPostCommandInterceptorsTxRequired()));
    configuration.setCustomPostCommandInterceptorsTxRequiresNew(
        withQueryGuard(configuration.getCustomPostCommandInterceptorsTxRequiresNew()));

    configuration.setDeserializationTypeValidationEnabled(true);
    configuration.setDeserializationAllowedPackages("");
    configuration.setDeserializationAllowedClasses("");

    configuration.setUserResourceWhitelistPattern(
        "[A-Za-z0-9](?:[A-Za-z0-9._@-]{0,62}[A-Za-z0-9])?");
    configuration.setGroupResourceWhitelistPattern("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    configuration.setAuthorizationEnabled(true);
    configuration.setTenantCheckEnabled(false);
    configuration.setResourceAuthorizationProvider(new StaffRights());
    configuration.setEnablePasswordPolicy(true);
  }

  private static List<CommandInterceptor> withQueryGuard(List<CommandInterceptor> present) {
    List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
    all.add(new QueryExpressionGuard());
    return all;
  }
}
