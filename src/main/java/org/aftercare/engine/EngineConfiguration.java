package org.aftercare.engine;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EngineProperties.class, CalendarProperties.class})
class EngineConfiguration {

  /**
   * Takes the place of Camunda's own bean; Flyway has made our tables before, and the clock stands
   * where it was moved to.
   */
  @Bean
  @DependsOnDatabaseInitialization
  ProcessEngineConfigurationImpl processEngineConfigurationImpl(
      List<ProcessEnginePlugin> plugins, StartUpLock lock, Clock clock) {
    OneAtATimeEngineConfiguration engine = new OneAtATimeEngineConfiguration(lock);
    CamundaSpringBootUtil.initCustomFields(engine);
    engine.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
    return engine;
  }
}
