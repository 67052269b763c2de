package org.aftercare.returns;

import org.aftercare.engine.ModelNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ReturnProperties.class)
class ReturnsConfiguration {

  @Bean
  ModelNames returnNames() {
    return ModelNames.ofMessages(ReturnProcess.CONFIRMED);
  }
}
