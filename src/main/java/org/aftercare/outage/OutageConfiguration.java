package org.aftercare.outage;

import java.util.stream.Stream;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.MessageSenders.Sent;
import org.aftercare.engine.ModelNames;
import org.aftercare.engine.StaffGroup;
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

  @Bean
  MessageSenders outageSenders() {
    return new MessageSenders(
        Stream.of(OutageProcess.UPDATED, OutageProcess.ENDED, OutageProcess.WITHDRAWN)
            .map(name -> Sent.byStaff(name, StaffGroup.OPERATIONS))
            .toList());
  }
}
