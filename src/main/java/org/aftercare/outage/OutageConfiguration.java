package org.aftercare.outage;

import org.aftercare.engine.ModelNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(OutageProperties.class)
class OutageConfiguration {

  @Bean
  ModelNames outageNames() {
    return ModelNames.ofMessages(
        OutageProcess.UPDATED, OutageProcess.ENDED, OutageProcess.WITHDRAWN);
  }
}
