package org.aftercare.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay with one courier for each channel that the context knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  NotificationsProperties.class,
  PartnerDirectory.class,
  GatewayProperties.class
})
class NotificationsConfiguration {

  @Bean
  static DeliverySettings deliverySettings() {
    return new DeliverySettings();
  }

  @Bean
  Relay notificationRelay(
      Planner planner,
      DigestAssembler digests,
      List<DeliveryChannel> channels,
      NotificationStore store,
      Composer composer,
      Preferences preferences,
      NotificationsProperties properties,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    channels.forEach(channel -> requireRoomInLease(channel, properties.relay().lease()));
    List<Courier> couriers =
        channels.stream()
            .map(
                channel ->
                    new Courier(
                        channel,
                        store,
                        composer,
                        preferences,
                        properties,
                        transaction,
                        events,
                        clock))
            .toList();
    return new Relay(planner, digests, couriers, properties);
  }

  static void requireRoomInLease(DeliveryChannel channel, Duration lease) {
    if (channel.timeLimit().compareTo(lease) >= 0) {
      throw new IllegalStateException(
          "A message by %s may take %s, but aftercare.notifications.relay.lease gives it to another node after %s already. Lengthen the lease or shorten the channel's time limits."
              .formatted(channel.channel(), channel.timeLimit(), lease));
    }
  }
}
