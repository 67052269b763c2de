package org.aftercare.warranty;

import java.util.Set;
import org.aftercare.engine.ModelNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WarrantyProperties.class)
class WarrantyConfiguration {

  @Bean
  ModelNames warrantyNames() {
    return new ModelNames(Set.of(), Set.of(AddressUnknown.CODE));
  }
}
