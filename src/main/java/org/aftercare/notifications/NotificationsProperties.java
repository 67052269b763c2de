package org.aftercare.notifications;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.aftercare.notifications.Preference.Frequency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param relay the delivery on this node
 * @param email what stands in the head of every e-mail
 * @param human how a customer reaches a person
 * @param humanPhones numbers that differ from the general one, by ISO 3166 alpha-2
 * @param homeZone the time zone of staff and partners
 * @param staffLanguage the language of staff whose language is not known
 * @param staff how staff are told whose team has said nothing
 * @param teams how a team's members are told who have said nothing themselves
 * @param partnerFields by wording, the facts that a partner gets
 * @param keep how long a delivered notice stays: as long as its case may be asked about or told of
 *     a correction
 */
@ConfigurationProperties("aftercare.notifications")
record NotificationsProperties(
    @DefaultValue Relay relay,
    @DefaultValue Email email,
    @DefaultValue Human human,
    @DefaultValue Map<String, String> humanPhones,
    @DefaultValue("Europe/Stockholm") ZoneId homeZone,
    @DefaultValue("en") String staffLanguage,
    Preferred staff,
    @DefaultValue Map<String, Preferred> teams,
    @DefaultValue Map<String, Set<String>> partnerFields,
    @DefaultValue("P365D") Duration keep) {

  /**
   * @param enabled whether this node delivers
   * @param pollInterval how often it looks without being woken
   * @param batchSize how many messages a channel takes at a time
   * @param lease how long a taken message belongs to the node that took it; longer than a batch can
   *     last
   * @param maxAttempts after so many the message has failed
   * @param firstDelay wait after the first failure, doubled each time
   * @param longestDelay the doubling's end
   * @param massTurn how long messages to very many keep a channel before it looks again for others
   */
  record Relay(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("2s") Duration pollInterval,
      @DefaultValue("20") int batchSize,
      @DefaultValue("2m") Duration lease,
      @DefaultValue("10") int maxAttempts,
      @DefaultValue("5s") Duration firstDelay,
      @DefaultValue("1h") Duration longestDelay,
      @DefaultValue("5s") Duration massTurn) {

    /** Wait before the attempt after this one, counted from 1. */
    Duration delayAfter(int attempt) {
      Duration delay = firstDelay;
      for (int i = 1; i < attempt && delay.compareTo(longestDelay) < 0; i++) {
        delay = delay.multipliedBy(2);
      }
      return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }
  }

  /**
   * @param from sender with display name
   * @param replyTo where a customer's answer goes: to people
   * @param domain right-hand side of Message-ID and List-Id
   * @param timeLimit how long one message may take, above the limits of spring.mail together
   */
  record Email(
      String from, String replyTo, String domain, @DefaultValue("30s") Duration timeLimit) {}

  /**
   * @param phone number in international form
   */
  record Human(String phone) {}

  /** A {@link Preference} in configuration; what is absent falls back to a default. */
  record Preferred(
      Set<Channel> channels,
      Frequency frequency,
      LocalTime digestAt,
      LocalTime quietFrom,
      LocalTime quietUntil,
      Set<Channel> quietChannels) {

    Preference over(Preference fallback) {
      return new Preference(
          channels == null ? fallback.channels() : channels,
          frequency == null ? fallback.frequency() : frequency,
          digestAt == null ? fallback.digestAt() : digestAt,
          quietFrom == null || quietUntil == null
              ? fallback.quietHours()
              : new QuietHours(quietFrom, quietUntil),
          quietChannels == null ? fallback.quietChannels() : quietChannels);
    }
  }

  String humanPhone(String country) {
    return country == null ? human.phone() : humanPhones.getOrDefault(country, human.phone());
  }
}
