package org.aftercare.fulfilment;

import java.util.Set;
import org.aftercare.engine.ModelNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FulfilmentConfiguration {

  @Bean
  ModelNames fulfilmentNames() {
    return new ModelNames(Set.of(), Set.of(AddressUnknown.CODE));
  }
}
