package org.aftercare.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * A partner's system gets the named facts as JSON, signed as the Standard Webhooks specification
 * says: {@code {"type": template, "timestamp": …, "data": {facts}}}.
 */
@Component
class WebhookChannel implements DeliveryChannel {

  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final GatewayProperties.Webhook gateway;
  private final HttpHandover handover;
  private final ObjectMapper json;
  private final Clock clock;

  WebhookChannel(GatewayProperties properties, ObjectMapper json, Clock clock) {
    this.gateway = properties.webhook();
    this.handover = new HttpHandover("WEBHOOK", gateway.timeout());
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public Duration timeLimit() {
    return gateway.timeout().multipliedBy(2).plus(MARGIN);
  }

  @Override
  public void send(OutgoingMessage message) {
    Partner partner = message.to().partner();
    URI uri = partner.webhookUrl();
    Instant now = clock.instant();
    byte[] body = body(message, now);
    Map<String, String> signature = signature(partner, message.deliveryId(), now, body);
    handover.post(
        uri,
        headers -> {
          headers.set("Idempotency-Key", message.deliveryId());
          signature.forEach(headers::set);
          if (gateway.passesOn(uri)) {
            headers.setBearerAuth(gateway.token());
          }
        },
        body);
  }

  private static Map<String, String> signature(
      Partner partner, String deliveryId, Instant now, byte[] body) {
    if (partner.webhookSecret() == null) {
      return Map.of();
    }
    try {
      return new WebhookSigner(partner.webhookSecret()).sign(deliveryId, now, body);
    } catch (IllegalArgumentException noSecret) {
      // Without its message, which can quote the secret.
      throw DeliveryException.permanent("WEBHOOK_SECRET_UNUSABLE", null);
    }
  }

  private byte[] body(OutgoingMessage message, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", message.template());
    body.put("timestamp", now.toString());
    body.put("data", new TreeMap<>(message.facts()));
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw DeliveryException.permanent("WEBHOOK_NOT_WRITABLE", e);
    }
  }
}
