package org.aftercare.returns;

import java.util.List;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.MessageSenders.Sent;
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

  @Bean
  MessageSenders returnSenders() {
    return new MessageSenders(List.of(Sent.byCustomer(ReturnProcess.CONFIRMED, List.of())));
  }
}
