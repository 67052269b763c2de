package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeadlineDurationTest {

  // 2026-11-02 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "4 business hours, 2026-11-02T10:00:00Z, 2026-11-02T14:00:00Z",
    "4 business hours, 2026-11-06T15:00:00Z, 2026-11-09T11:00:00Z",
    "1 business day,   2026-11-02T10:00:00Z, 2026-11-03T17:00:00Z",
    "1 business day,   2026-11-06T10:00:00Z, 2026-11-09T17:00:00Z",
    "2 Business Days,  2026-11-05T23:59:59Z, 2026-11-09T17:00:00Z",
    "14 days,          2026-11-02T10:00:00Z, 2026-11-16T17:00:00Z",
    "14 days,          2026-11-07T10:00:00Z, 2026-11-23T17:00:00Z",
    "1 day,            2026-11-06T10:00:00Z, 2026-11-09T17:00:00Z"
  })
  void endsByTheCalendar(String words, Instant from, Instant due) {
    assertThat(DeadlineDuration.of(words).due(new NineToFive(), "SE", from)).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0 days", "-1 days", "1 week", "99999 days", "1.5 days"})
  void otherWordsAreRefused(String words) {
    assertThatThrownBy(() -> DeadlineDuration.of(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 business hours");
  }

  @Test
  void aMissingDurationIsNamed() {
    assertThatThrownBy(() -> new DeadlineProperties(Map.of()).of("warranty-claim", "coverage"))
        .hasMessageContaining("aftercare.deadlines.warranty-claim.coverage");
  }

  @Test
  void areReadFromTheConfiguration() {
    MapConfigurationPropertySource source =
        new MapConfigurationPropertySource(
            Map.of("aftercare.deadlines.warranty-claim.human-answer", "4 business hours"));

    DeadlineProperties bound = new Binder(source).bind("aftercare", DeadlineProperties.class).get();

    assertThat(bound.of("warranty-claim", "human-answer"))
        .isEqualTo(new DeadlineDuration(4, DeadlineDuration.Unit.BUSINESS_HOURS));
  }
}
