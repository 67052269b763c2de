package org.aftercare.systems.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the other systems are and how long they may take.
 *
 * @param guards what protects this product and the systems from each other's bad days
 */
@Validated
@ConfigurationProperties("aftercare.systems")
public record SystemsProperties(
    @Valid @NotNull Connection crm,
    @Valid @NotNull Connection orders,
    @Valid @NotNull Connection contracts,
    @Valid @NotNull Connection parts,
    @Valid @NotNull Connection shipping,
    @Valid @NotNull Connection booking,
    @Valid @NotNull Connection billing,
    @Valid @NotNull Connection accounting,
    @Valid @DefaultValue Guards guards) {

  /**
   * One other system.
   *
   * @param url its base URL, http or https
   * @param token the bearer token that it knows this product by
   * @param timeout the longest that one try may take, from connecting to the answer's last byte
   * @param maxConcurrentCalls how many calls it gets at the same time from one node
   */
  public record Connection(
      @NotNull URI url,
      @NotBlank String token,
      @DefaultValue("3s") @DurationMin(millis = 50) @DurationMax(minutes = 1) Duration timeout,
      @DefaultValue("32") @Min(1) @Max(1000) int maxConcurrentCalls) {

    /** Leaves the token out: this text may end in a log. */
    @Override
    public String toString() {
      return "Connection[url=%s, timeout=%s]".formatted(url, timeout);
    }
  }

  /**
   * @param readTries how often a read is tried within one call; a call that changes something is
   *     tried once only
   * @param readPause between two tries of a read
   * @param queueing how long a call waits for a place when {@code maxConcurrentCalls} are under way
   * @param failurePercentage of the last calls that opens a system's circuit
   * @param lastCalls how many calls are looked at
   * @param minimumCalls before a circuit may open at all
   * @param openFor how long an open circuit spares the system before it is tried again
   */
  public record Guards(
      @DefaultValue("2") @Min(1) @Max(5) int readTries,
      @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(seconds = 5) Duration readPause,
      @DefaultValue("500ms") @DurationMax(seconds = 30) Duration queueing,
      @DefaultValue("50") @Min(1) @Max(100) int failurePercentage,
      @DefaultValue("20") @Min(1) @Max(10000) int lastCalls,
      @DefaultValue("10") @Min(1) @Max(10000) int minimumCalls,
      @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 10) Duration openFor) {}
}
