package org.aftercare.engine;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Fails a start that lacks a setting, before anything is made: no table, no open port, no half a
 * start.
 */
@Component
class SettingsGate implements BeanFactoryPostProcessor {

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    Environment environment = beans.getBean(Environment.class);
    List<String> faults =
        beans.getBeansOfType(RequiredSettings.class, false, false).values().stream()
            .flatMap(module -> module.faults(environment).stream())
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new MissingSettingsException(faults);
    }
  }
}
