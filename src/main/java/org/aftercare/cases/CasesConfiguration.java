package org.aftercare.cases;

import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.ModelNames;
import org.aftercare.engine.StepChoices;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Reads the deadlines' durations and starts the watcher that escalates them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(DeadlineProperties.class)
class CasesConfiguration {

  @Bean
  ModelNames caseMessages() {
    return CaseMessages.all();
  }

  @Bean
  StepChoices noticeChoices() {
    return NoticeChoices.read();
  }

  @Bean
  MessageSenders caseSenders() {
    return CaseMessages.senders();
  }
}
