package org.aftercare.notifications;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The partners of the configuration, by id. */
@ConfigurationProperties("aftercare")
record PartnerDirectory(@DefaultValue Map<String, Partner> partners) implements PartnerNames {

  @Override
  public String nameOf(String partnerId) {
    return find(partnerId).map(Partner::name).orElse(partnerId);
  }

  Optional<Partner> find(String partnerId) {
    return Optional.ofNullable(partners.get(partnerId));
  }
}
