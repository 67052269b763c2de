package org.aftercare.engine.contract;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the guard at deployment before the engine deploys anything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContractProperties.class)
class ContractConfiguration {

  @Bean
  static ModelContractPlugin modelContractPlugin(
      ListableBeanFactory beans, ContractProperties properties) {
    return new ModelContractPlugin(
        new ModelContractGuard(new SpringVocabulary(beans)::read, properties.houseRules()));
  }

  @Bean
  ModelWatch modelWatch(
      ContractProperties properties, ObjectProvider<RepositoryService> repository) {
    return new ModelWatch(properties, repository);
  }

  @Bean
  @ConditionalOnWebApplication
  EngineRest engineRestApi(RepositoryService repository) {
    return new EngineRest(repository);
  }
}
