package org.aftercare.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** SMS through the gateway. */
@Component
@ConditionalOnProperty("aftercare.systems.sms.url")
class SmsChannel implements DeliveryChannel {

  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final GatewayProperties.Sms gateway;
  private final HttpHandover handover;
  private final ObjectMapper json;

  SmsChannel(GatewayProperties properties, ObjectMapper json) {
    this.gateway = properties.sms();
    this.handover = new HttpHandover("SMS", gateway.timeout());
    this.json = json;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Duration timeLimit() {
    return gateway.timeout().multipliedBy(2).plus(MARGIN);
  }

  @Override
  public void send(OutgoingMessage message) {
    handover.post(
        URI.create(gateway.url() + "/messages"),
        headers -> {
          headers.set("Idempotency-Key", message.deliveryId());
          if (gateway.token() != null) {
            headers.setBearerAuth(gateway.token());
          }
        },
        body(message));
  }

  private byte[] body(OutgoingMessage message) {
    String text = message.sms() == null ? message.subject() : message.sms();
    try {
      return json.writeValueAsBytes(Map.of("to", message.to().phone(), "text", text));
    } catch (JsonProcessingException e) {
      throw DeliveryException.permanent("SMS_NOT_WRITABLE", e);
    }
  }
}
