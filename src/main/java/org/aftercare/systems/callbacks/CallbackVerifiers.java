package org.aftercare.systems.callbacks;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Each partner's verifier. */
@Component
class CallbackVerifiers {

  private final Map<Partner, WebhookVerifier> verifiers = new EnumMap<>(Partner.class);

  /**
   * @param clock the product's: whoever moves it moves the partners' too, or they become stale
   */
  CallbackVerifiers(CallbackProperties properties, Clock clock) {
    for (Partner partner : Partner.values()) {
      verifiers.put(
          partner,
          new WebhookVerifier(
              secrets(partner, properties.of(partner)), properties.tolerance(), clock));
    }
  }

  WebhookVerifier of(Partner partner) {
    return verifiers.get(partner);
  }

  private static List<WebhookSecret> secrets(Partner partner, CallbackProperties.Signing signing) {
    try {
      return Stream.concat(Stream.of(signing.secret()), signing.previousSecrets().stream())
          .map(WebhookSecret::new)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "aftercare.callbacks.%s: %s.".formatted(partner.system(), e.getMessage()), e);
    }
  }
}
