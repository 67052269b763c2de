package org.aftercare.outage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outages.
 *
 * @param countries where we have customers, ISO 3166 alpha-2
 * @param pageSize how many customers are asked for at once, 1 to 1,000
 * @param batchSize how many customers are told in one transaction, 1 to 1,000
 * @param contactShare which share of the affected would contact us if nobody told them anything, 0
 *     to 1; a default, to be replaced by what one's own contacts before this automation say
 * @param keepAffected how long after an outage it is remembered who was affected
 */
@ConfigurationProperties("aftercare.outage")
record OutageProperties(
    @DefaultValue({"SE", "NO", "DK", "PL", "DE"}) Set<String> countries,
    @DefaultValue("500") int pageSize,
    @DefaultValue("500") int batchSize,
    @DefaultValue("0.10") BigDecimal contactShare,
    @DefaultValue("90d") Duration keepAffected) {

  OutageProperties {
    countries = Set.copyOf(countries);
    requireWithin("page-size", pageSize);
    requireWithin("batch-size", batchSize);
    if (contactShare.signum() < 0 || contactShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "aftercare.outage.contact-share must be 0 to 1, was " + contactShare);
    }
  }

  private static void requireWithin(String name, int size) {
    if (size < 1 || size > 1000) {
      throw new IllegalArgumentException(
          "aftercare.outage.%s must be 1 to 1000, was %d".formatted(name, size));
    }
  }
}
