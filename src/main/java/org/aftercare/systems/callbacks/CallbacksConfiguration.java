package org.aftercare.systems.callbacks;

import java.util.Arrays;
import org.aftercare.engine.MessageSenders;
import org.aftercare.engine.MessageSenders.Sent;
import org.aftercare.engine.ModelNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackProperties.class)
class CallbacksConfiguration {

  /** The messages into which partners' callbacks turn, as far as processes await them. */
  @Bean
  ModelNames callbackMessages() {
    return ModelNames.ofMessages(
        Arrays.stream(CallbackType.values())
            .filter(CallbackType::awaited)
            .map(CallbackType::message)
            .toArray(String[]::new));
  }

  @Bean
  MessageSenders callbackSenders() {
    return new MessageSenders(
        Arrays.stream(CallbackType.values())
            .filter(CallbackType::awaited)
            .map(
                type ->
                    Sent.bySystem(
                        type.message(),
                        type.partner().displayName(),
                        type.fields().stream().map(CallbackField::name).toList()))
            .toList());
  }
}
