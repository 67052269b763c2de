package org.aftercare.systems.callbacks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the partners sign their callbacks with.
 *
 * @param tolerance how far a callback's timestamp may be from the product's clock, before and after
 */
@Validated
@ConfigurationProperties("aftercare.callbacks")
record CallbackProperties(
    @Valid @NotNull Signing shipping,
    @Valid @NotNull Signing parts,
    @Valid @NotNull Signing booking,
    @Valid @NotNull Signing billing,
    @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration tolerance) {

  /**
   * @param secret the Standard Webhooks secret in use, {@code whsec_} and 24 to 64 bytes in Base64
   * @param previousSecrets older or coming secrets that are taken as well while a partner changes
   *     over
   */
  record Signing(@NotBlank String secret, @DefaultValue List<@NotBlank String> previousSecrets) {

    /** Leaves the secrets out: this text may end in a log. */
    @Override
    public String toString() {
      return "Signing[%d secrets]".formatted(1 + previousSecrets.size());
    }
  }

  /** The partners that send callbacks. */
  Signing of(Partner partner) {
    return switch (partner) {
      case SHIPPING -> shipping;
      case PARTS -> parts;
      case BOOKING -> booking;
      case BILLING -> billing;
    };
  }
}
