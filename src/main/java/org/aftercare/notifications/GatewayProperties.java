package org.aftercare.notifications;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ways out over HTTP.
 *
 * @param sms the SMS gateway; without a URL nobody gets an SMS
 * @param webhook what all partners' webhooks have in common
 */
@ConfigurationProperties("aftercare.systems")
record GatewayProperties(@DefaultValue Sms sms, @DefaultValue Webhook webhook) {

  /**
   * @param url base URL; messages go to {@code <url>/messages}
   * @param token the bearer token that the gateway knows this product by
   * @param timeout the longest that one message may take, from connecting to the answer
   */
  record Sms(URI url, String token, @DefaultValue("5s") Duration timeout) {

    /** Leaves the token out: this text may end in a log. */
    @Override
    public String toString() {
      return "Sms[url=%s, timeout=%s]".formatted(url, timeout);
    }
  }

  /**
   * @param url a gateway that passes webhooks on, or {@code null}; only its own URLs get the token
   * @param token the bearer token that the gateway knows this product by
   * @param timeout the longest that one message may take, from connecting to the answer
   */
  record Webhook(URI url, String token, @DefaultValue("5s") Duration timeout) {

    /** Leaves the token out: this text may end in a log. */
    @Override
    public String toString() {
      return "Webhook[url=%s, timeout=%s]".formatted(url, timeout);
    }

    boolean passesOn(URI partnersUrl) {
      return url != null && token != null && partnersUrl.toString().startsWith(url + "/");
    }
  }
}
